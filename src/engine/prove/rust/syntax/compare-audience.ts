import { type AudiencePlace, asLevel } from './audience.ts';
import type { NormalToken } from './normal-tokens.ts';

/**
 * Compares the visibilities of two equal token sequences, slot by slot. A private thing may stay private one module deeper; anything else
 * must have exactly the audience that it had.
 * @returns what is wrong, or null
 */
export function compareAudience(
  before: readonly NormalToken[],
  after: readonly NormalToken[],
  modulePath: AudiencePlace['modulePath'],
): string | null {
  let i = 0;
  let j = 0;
  while (i < before.length || j < after.length) {
    const slotBefore = before[i];
    const slotAfter = after[j];
    const a = slotBefore && 'audience' in slotBefore ? slotBefore.audience : null;
    const b = slotAfter && 'audience' in slotAfter ? slotAfter.audience : null;
    if (a === null && b === null) {
      i += 1;
      j += 1;
      continue;
    }
    const name = nameAt(after, j + (b === null ? 0 : 1));
    if ((a ?? '0') !== (b ?? '0') && asLevel(a ?? '0', modulePath) !== asLevel(b ?? '0', modulePath)) {
      return `the audience of \`${name}\` changes from ${say(a)} to ${say(b)}`;
    }
    if (a !== null) i += 1;
    if (b !== null) j += 1;
  }
  return null;
}

const say = (audience: string | null): string =>
  audience === null
    ? 'private'
    : audience === 'pub'
      ? '`pub`'
      : /^-?\d+$/.test(audience)
        ? `the module ${-Number(audience)} above the facade`.replace('the module 0 above the facade', 'the facade')
        : `\`${audience}\``;

const WORDS = new Set([
  'const',
  'unsafe',
  'async',
  'extern',
  'fn',
  'struct',
  'enum',
  'union',
  'trait',
  'type',
  'static',
  'mut',
  'mod',
  'use',
]);

function nameAt(tokens: readonly NormalToken[], from: number): string {
  for (const token of tokens.slice(from))
    if ('text' in token && !WORDS.has(token.text) && !/^["/]/.test(token.text)) return token.text;
  return '?';
}
