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
    const was = before.exports.get(stem) ?? new Map<string, string>();
    const now = after.exports.get(stem) ?? new Map<string, string>();
    for (const [name, label] of was) {
      if (!now.has(name)) return `${stem} does not declare \`${name}\` any more`;
      if (now.get(name) !== label) return `\`${name}\` of ${stem} is another thing`;
      waiting.push(label);
    }
    const added = [...now.keys()].find((name) => !was.has(name));
    if (added !== undefined) return `${stem} declares \`${added}\`, which it did not`;
  }
  if (before.others.join('\n') !== after.others.join('\n'))
    return 'what is declared for other modules or globally differs';
  return compareReached(before, after, waiting);
}

function compareReached(before: Surface, after: Surface, waiting: string[]): string | null {
  const seen = new Set(waiting);
  for (let label = waiting.pop(); label !== undefined; label = waiting.pop()) {
    const was = before.declarations.get(label);
    const now = after.declarations.get(label);
    if (was !== now)
      return `the declaration of \`${label.replace('$own.', '')}\` differs: ${difference(was ?? '', now ?? '')}`;
    for (const [mentioned] of was?.matchAll(/\$own\.[\w$]+/g) ?? [])
      if (!seen.has(mentioned)) {
        seen.add(mentioned);
        waiting.push(mentioned);
      }
  }
  return null;
}

/** The words around the first place where two texts part. */
function difference(was: string, now: string): string {
  if (was === '' || now === '') return was === '' ? 'there was none' : 'it is gone';
  const first = was.split(' ');
  const second = now.split(' ');
  const at = first.findIndex((word, i) => word !== second[i]);
  const around = (words: readonly string[]): string => words.slice(Math.max(0, at - 3), at + 5).join(' ');
  return at === -1
    ? `\`${now.slice(was.length, was.length + 60)}\` was added`
    : `\`${around(first)}\` became \`${around(second)}\``;
}
