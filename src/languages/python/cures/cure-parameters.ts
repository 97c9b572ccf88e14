import type { Token } from '../tokens/read-tokens.ts';
import type { Patch } from './patch.ts';

/**
 * Defaults of type parameters: `[T = int]` becomes `[T : int]`, `[T: A = int]` becomes `[T: A | int]`, and the star of `[*T = *int]` goes. The
 * grammar knows bounds only; a default is read at the same moment as one, and in the same scope.
 * @param tokens of a statement
 */
export function cureParameters(text: string, tokens: readonly Token[]): readonly Patch[] {
  const word = (at: number): string => (tokens[at] ? text.slice(tokens[at].start, tokens[at].end) : '');
  const keyword = word(0) === 'async' ? 1 : 0;
  const opened = keyword + 2;
  if (!/^(class|def|type)$/.test(word(keyword)) || tokens[keyword + 1]?.kind !== 'name' || word(opened) !== '[')
    return [];
  const patches: Patch[] = [];
  const inside = tokens[opened]!.depth + 1;
  let [hasBound, hasDefault] = [false, false];
  for (let i = opened + 1; i < tokens.length && tokens[i]!.depth >= inside; i++) {
    const { start, depth } = tokens[i]!;
    if (depth > inside) continue;
    if (word(i) === ',') [hasBound, hasDefault] = [false, false];
    else if (word(i) === ':') hasBound = true;
    else if (word(i) === '=' && !hasDefault) {
      hasDefault = true;
      patches.push({ start, text: hasBound ? '|' : ':' });
      if (word(i + 1) === '*') patches.push({ start: tokens[i + 1]!.start, text: ' ' });
    }
  }
  return patches;
}
