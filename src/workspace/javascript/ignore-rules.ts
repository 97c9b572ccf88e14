import { matches, type SegmentGlob, segmentGlob } from './segment-glob.ts';

/** One line of an ignore file. */
export interface IgnoreRule {
  readonly glob: SegmentGlob;
  /** `!x`: what an earlier line took away is back. */
  readonly negated: boolean;
  /** It is about names, not places. */
  readonly anywhere: boolean;
}

export const ignoreRules = (lines: readonly string[]): IgnoreRule[] =>
  lines
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [bangs = ''] = /^!*/.exec(line) ?? [];
      const pattern = line.slice(bangs.length);
      const names = pattern.replace(/\/$/, '').split('/');
      return { glob: segmentGlob(pattern), negated: bangs.length % 2 === 1, anywhere: names.length === 1 };
    });

/**
 * Whether an entry is left in after rules that are read in order, the last one that refers to it deciding.
 * @param entry relative to the folder of the rules
 * @param folder then a rule that may bring back something below it counts as well
 */
export function isLeftIn(rules: readonly IgnoreRule[], entry: string, folder: boolean, before = true): boolean {
  let included = before;
  for (const rule of rules) if (rule.negated !== included && speaksOf(rule, entry, folder)) included = rule.negated;
  return included;
}

function speaksOf({ glob, negated, anywhere }: IgnoreRule, entry: string, folder: boolean): boolean {
  const patterns = [entry, ...(anywhere ? [entry.slice(entry.lastIndexOf('/') + 1)] : [])];
  const places = patterns.flatMap((one) => [`/${one}`, one]);
  if (places.some((place) => matches(glob, place, { base: true }))) return true;
  if (!folder) return false;
  if (places.some((place) => matches(glob, `${place}/`, { base: true }))) return true;
  return negated && places.some((place) => matches(glob, place, { base: true, partial: true }));
}

/** The folders above a path, the outermost first: `a/b/c` has `a` and `a/b`. */
export const foldersAbove = (path: string): string[] => {
  const names = path.split('/').slice(0, -1);
  return names.map((_, i) => names.slice(0, i + 1).join('/'));
};
