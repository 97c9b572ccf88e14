const OPENING = '([{';
const CLOSING = ')]}';

/** Where a string or character literal that begins at `at` ends; `at` itself where none begins there. */
function literalEnd(text: string, at: number): number {
  const rest = text.slice(at, at + 4_000);
  const raw =
    /^b?r(#*)"[\s\S]*?"\1/.exec(rest) ??
    /^b?"(?:[^"\\]|\\[\s\S])*"/.exec(rest) ??
    /^b?'(?:[^'\\]|\\.[^']*)'/.exec(rest);
  const opensWord = at > 0 && /[\p{L}\p{N}_]/u.test(text[at - 1]!);
  return raw === null || (opensWord && !/^["']/.test(rest)) ? at : at + raw[0].length;
}

/** Tells where a turbofish `::<` opens and closes, so that its commas count as inner ones. */
const opensAngle = (text: string, at: number): boolean => text[at] === '<' && text.slice(at - 2, at) === '::';

/** Divides Rust tokens at a mark that stands outside of brackets and literals: `a, f(b, c)` -> `a`, `f(b, c)`. Empty parts are dropped. */
export function splitTop(text: string, mark: ',' | '='): string[] {
  const parts: string[] = [];
  let depth = 0;
  let angles = 0;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const end = literalEnd(text, at);
    if (end > at) {
      at = end - 1;
      continue;
    }
    const sign = text[at]!;
    if (OPENING.includes(sign)) depth += 1;
    else if (CLOSING.includes(sign)) depth -= 1;
    else if (opensAngle(text, at) || (angles > 0 && sign === '<')) angles += 1;
    else if (angles > 0 && sign === '>' && text[at - 1] !== '-') angles -= 1;
    else if (sign === mark && depth === 0 && angles === 0) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  return [...parts, text.slice(from)].map((part) => part.trim()).filter((part) => part !== '');
}
