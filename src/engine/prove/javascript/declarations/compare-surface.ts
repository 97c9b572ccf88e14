import type { Surface } from './read-surface.ts';

/**
 * Compares what the modules of a family are to others: the exported names of each file that was there before, what they lead to, and
 * everything that these declarations mention.
 * @param stems the files that were there before
 * @returns the first difference in words, or null
 */
export function compareSurface(before: Surface, after: Surface, stems: readonly string[]): string | null {
  const [clash] = after.clashes;
  if (clash !== undefined) return `two files declare \`${clash}\` differently`;
  const waiting: string[] = [];
  for (const stem of stems) {
    const old = before.exports.get(stem) ?? new Map<string, string>();
    const now = after.exports.get(stem) ?? new Map<string, string>();
    for (const [name, label] of old) {
      if (!now.has(name)) return `${stem} no longer declares \`${name}\``;
      if (now.get(name) !== label) return `\`${name}\` of ${stem} means something else`;
      waiting.push(label);
    }
    const added = [...now.keys()].find((name) => !old.has(name));
    if (added !== undefined) return `${stem} declares \`${added}\`, which it did not before`;
  }
  if (before.others.join('\n') !== after.others.join('\n'))
    return 'what is declared for other modules or globally differs';
  return compareReached(before, after, waiting);
}

function compareReached(before: Surface, after: Surface, waiting: string[]): string | null {
  const seen = new Set(waiting);
  for (let label = waiting.pop(); label !== undefined; label = waiting.pop()) {
    const old = before.declarations.get(label);
    const now = after.declarations.get(label);
    if (old !== now)
      return `the declaration of \`${label.replace('$own.', '')}\` differs: ${difference(old ?? '', now ?? '')}`;
    for (const [mentioned] of old?.matchAll(/\$own\.[\w$]+/g) ?? [])
      if (!seen.has(mentioned)) {
        seen.add(mentioned);
        waiting.push(mentioned);
      }
  }
  return null;
}

/** The words around the first place where two texts differ. */
function difference(before: string, now: string): string {
  if (before === '' || now === '') return before === '' ? 'there was none' : 'it is gone';
  const first = before.split(' ');
  const second = now.split(' ');
  const index = first.findIndex((word, i) => word !== second[i]);
  const around = (words: readonly string[]): string => words.slice(Math.max(0, index - 3), index + 5).join(' ');
  return index === -1
    ? `\`${now.slice(before.length, before.length + 60)}\` was added`
    : `\`${around(first)}\` became \`${around(second)}\``;
}
