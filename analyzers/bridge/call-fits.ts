import type { CallShape } from './python/python-file.ts';
import type { Signature } from './signature.ts';

/** Why a call cannot work; null where it may. */
export type Misfit = { readonly rule: 'arity' | 'keyword'; readonly why: string } | null;

/** As Python binds arguments. What a splat may give is not counted. */
export function callFits(signature: Signature, { positional, keywords, spread }: CallShape): Misfit {
  const byPlace = signature.filter(({ kind }) => kind === 'positional' || kind === 'positional-only');
  const takesRest = signature.some(({ kind }) => kind === 'rest');
  const named = new Set(
    signature.filter(({ kind }) => kind === 'positional' || kind === 'keyword-only').map(({ name }) => name),
  );
  const takesKeywords = signature.some(({ kind }) => kind === 'keywords');
  const stranger = takesKeywords ? undefined : keywords.find((name) => !named.has(name));
  if (stranger !== undefined) return { rule: 'keyword', why: `it takes no keyword \`${stranger}\`` };
  if (!takesRest && positional > byPlace.length)
    return { rule: 'arity', why: `it takes at most ${byPlace.length} by place, and gets ${positional}` };
  if (spread) return null;
  const filled = new Set(byPlace.slice(0, positional).map(({ name }) => name));
  const again = keywords.find(
    (name) => filled.has(name) && byPlace.some((one) => one.name === name && one.kind === 'positional'),
  );
  if (again !== undefined) return { rule: 'arity', why: `\`${again}\` is given twice` };
  const lacking = signature.find(
    ({ name, kind, default: value }) =>
      value === null &&
      kind !== 'rest' &&
      kind !== 'keywords' &&
      !filled.has(name) &&
      (kind === 'positional-only' || !keywords.includes(name)),
  );
  return lacking === undefined ? null : { rule: 'arity', why: `\`${lacking.name}\` is not given` };
}
