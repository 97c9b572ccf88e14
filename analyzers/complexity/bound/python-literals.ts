/** Behind the string whose first quote stands at `start`; one in simple quotes that is not ended ends with its line. */
export function endOfPythonString(text: string, start: number): number {
  const quote = text[start]!;
  const close = text.startsWith(quote.repeat(3), start) ? quote.repeat(3) : quote;
  for (let at = start + close.length; at < text.length; at++) {
    const char = text[at];
    if (char === '\\') at += 1;
    else if (char === '\n' && close.length === 1) return at;
    else if (text.startsWith(close, at)) return at + close.length;
  }
  return text.length;
}
