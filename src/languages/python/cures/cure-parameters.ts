import type { Token } from '../tokens/read-tokens.ts';
import type { Patch } from './patch.ts';

/**
 * Defaults of type parameters: `[T = int]` becomes `[T : int]`, `[T: A = int]` becomes `[T: A | int]`, and the star of `[*T = *int]` goes. The
 * grammar knows bounds only; a default is read at the same moment as one, and in the same scope.
 * @param tokens of a statement
 */
export function cureParameters(text: string, tokens: readonly Token[]): readonly Patch[] {
  const parameters = parametersOf(text, tokens);
  const depth = parameters[0]?.depth ?? 0;
  let seen = '';
  return parameters.flatMap((token, i) => {
    const sign = token.depth === depth ? text.slice(token.start, token.end) : '';
    const before = seen;
    if (sign === ',') seen = '';
    if (SIGNS.has(sign)) seen += sign;
    const isDefault = sign === '=' && !before.includes('=');
    return isDefault ? cureDefault(text, token, parameters[i + 1], before !== '') : [];
  });
}

/** What stands between the brackets of a class's, a function's or an alias's type parameters. */
function parametersOf(text: string, tokens: readonly Token[]): readonly Token[] {
  const word = (offset: number): string => (tokens[offset] ? text.slice(tokens[offset].start, tokens[offset].end) : '');
  const keyword = word(0) === 'async' ? 1 : 0;
  const opened = keyword + 2;
  if (!/^(class|def|type)$/.test(word(keyword)) || tokens[keyword + 1]?.kind !== 'name' || word(opened) !== '[')
    return [];
  const inside = tokens[opened]!.depth + 1;
  const end = tokens.findIndex(({ depth }, i) => i > opened && depth < inside);
  return tokens.slice(opened + 1, end === -1 ? undefined : end);
}

const SIGNS = new Set([':', '=']);

function cureDefault(text: string, sign: Token, next: Token | undefined, hasBound: boolean): readonly Patch[] {
  const patch = { start: sign.start, text: hasBound ? '|' : ':' };
  return next && text.slice(next.start, next.end) === '*' ? [patch, { start: next.start, text: ' ' }] : [patch];
}
