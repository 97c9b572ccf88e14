import { translateGlob } from '../compile-glob.ts';

/** A glob as minimatch reads it: braces expanded, cut at `/`. */
export type SegmentGlob = readonly (readonly Segment[])[];

type Segment = '**' | RegExp;

export function segmentGlob(pattern: string): SegmentGlob {
  return expandBraces(pattern).map((one) => one.split('/').map((part) => (part === '**' ? part : segmentOf(part))));
}

/** Stars of one name: `**` inside of it is `*`. */
const segmentOf = (part: string): RegExp => new RegExp(`^${translateGlob(part.replace(/\*{2,}/g, '*'))}$`, 'isu');

/** `a{b,c}d` -> `abd`, `acd`; a brace without a comma stays as it is. */
function expandBraces(pattern: string): string[] {
  const open = pattern.search(/\{[^{}]*,[^{}]*\}/);
  if (open === -1) return [pattern];
  const close = pattern.indexOf('}', open);
  const choices = pattern.slice(open + 1, close).split(',');
  if (choices.length > MOST_CHOICES) return [];
  return choices.flatMap((one) => expandBraces(pattern.slice(0, open) + one + pattern.slice(close + 1))).slice(0, MOST);
}

const MOST_CHOICES = 100;
const MOST = 1000;

export interface MatchOptions {
  /** A pattern of one name is compared with the last name of the path, in whatever folder. */
  readonly base?: boolean;
  /** The path is a folder, and something below it might match. */
  readonly partial?: boolean;
}

/** Does a path, cut at `/` and with empty first and last names where it begins or ends with one, match the glob? */
export const matches = (glob: SegmentGlob, path: string, options: MatchOptions = {}): boolean =>
  glob.some((pattern) => {
    const names = path.split('/');
    const last = names.filter((name) => name !== '').pop() ?? '';
    return matchFrom(pattern, options.base === true && pattern.length === 1 ? [last] : names, options.partial === true);
  });

function matchFrom(pattern: readonly Segment[], names: readonly string[], partial: boolean): boolean {
  const [first, ...rest] = pattern;
  if (names.length === 0) return partial || pattern.length === 0;
  if (first === undefined) return false;
  if (first === '**') {
    if (partial) return true;
    // `a/**` holds what lies below `a`, and not `a` itself.
    if (rest.length === 0) return names.length > 0;
    return names.some((_, skipped) => matchFrom(rest, names.slice(skipped), partial));
  }
  return first.test(names[0]!) && matchFrom(rest, names.slice(1), partial);
}
