const COSTLY = /\b(?:if|for|while|do|switch|catch|else|break|continue|function)\b|=>|\?|&&|\|\||\{/g;

/** Cost 1 wherever they stand, or nothing. */
const FLAT: ReadonlySet<string> = new Set(['else', 'break', 'continue', '&&', '||']);

/**
 * At least the cognitive complexity of a JavaScript or TypeScript file: each word or sign that may cost something, as if it lay in all that
 * stands before it. Where a string, a pattern or a tag ends cannot be told from characters alone, so nothing is left out.
 */
export function javascriptBound(text: string): number {
  let bound = 0;
  let before = 0;
  for (const [found] of text.matchAll(COSTLY)) {
    if (FLAT.has(found)) bound += 1;
    // A function costs 1 at most, where it calls itself; a brace may be a method's.
    else if (found === '{' || found === 'function' || found === '=>') bound += 1;
    else bound += 1 + before;
    if (found !== '&&' && found !== '||') before += 1;
  }
  return bound;
}
