const WORD = 1;
const UNSURE = 2;

/** By code unit: what belongs to a word in each grammar, and what may (`r#fn`, `$x`, `\u0061`, `data-x` of JSX). */
const CLASSES = Uint8Array.from({ length: 128 }, (_, code) => {
  const sign = String.fromCharCode(code);
  if (/\w/.test(sign)) return WORD;
  return /[#$\\@-]/.test(sign) ? UNSURE : 0;
});

/** Where the word or row of digits that begins at `start` ends; -1 if only the grammar can tell (`1u8`; `1abc` is two tokens). */
export function wordEnd(text: string, start: number): number {
  const isNumber = isDigit(text.charCodeAt(start));
  for (let i = start; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const found = code < 128 ? CLASSES[code]! : UNSURE;
    if (found === UNSURE || (isNumber && found === WORD && !isDigit(code))) return -1;
    if (found !== WORD) return i === start ? -1 : i;
  }
  return -1;
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
