/**
 * Behind the string whose first quote stands at `start`; one in simple quotes that is not ended ends with its line.
 * @param isFormat what stands in braces is code, with strings of its own
 */
export function endOfPythonString(text: string, start: number, isFormat: boolean): number {
  const quote = text[start]!;
  const close = text.startsWith(quote.repeat(3), start) ? quote.repeat(3) : quote;
  for (let at = start + close.length; at < text.length; at++) {
    const char = text[at];
    if (char === '\\') at += 1;
    else if (char === '\n' && close.length === 1) return at;
    else if (char === '{' && isFormat) at = text[at + 1] === '{' ? at + 1 : endOfInterpolation(text, at) - 1;
    else if (text.startsWith(close, at)) return at + close.length;
  }
  return text.length;
}

/** Behind the brace that ends it; where none does, behind the first alone. */
function endOfInterpolation(text: string, start: number): number {
  let depth = 0;
  // Behind a colon stands how to print the value, where a quote is a character.
  let isCode = true;
  for (let at = start; at < text.length; at++) {
    const char = text[at]!;
    if ('([{'.includes(char)) depth += 1;
    else if (')]}'.includes(char)) depth -= 1;
    else if (char === ':' && depth === 1) isCode = false;
    else if ((char === '"' || char === "'") && (isCode || depth > 1)) at = endOfPythonString(text, at, true) - 1;
    else if (char === '\n' && !isCode) break;
    if (depth === 0) return at + 1;
  }
  return start + 1;
}
