import { isSemver } from './versions.ts';

interface Parts {
  readonly numbers: readonly number[];
  readonly pre: string | null;
}

/**
 * Whether cargo's requirement takes a version: `1.2`, `^1.2`, `~1.2`, `=1.2.3`, `>=1, <2`, `1.*`, `*`.
 * @returns null for what is not understood
 */
export function fitsRequirement(requirement: string, version: string): boolean | null {
  if (!isSemver(version)) return null;
  const verdicts = requirement.split(',').map((one) => fitsOne(one.trim(), partsOf(version)!));
  if (verdicts.includes(null)) return null;
  return verdicts.every(Boolean);
}

function fitsOne(comparator: string, version: Parts): boolean | null {
  if (comparator === '*' || comparator === '') return version.pre === null;
  const [, operator = '', text = ''] = /^(\^|~|=|>=|<=|>|<)?\s*(.+)$/.exec(comparator) ?? [];
  const wanted = partsOf(text.replace(/(?:\.[*xX])+$/, ''));
  if (wanted === null) return null;
  const isWild = /[*xX]$/.test(text);
  // A pre-release is taken only by a comparator that names one of the same release.
  if (version.pre !== null && !(wanted.pre !== null && wanted.numbers.join() === version.numbers.join())) return false;
  const order = compare(version, wanted);
  switch (operator) {
    case '=':
      return startsWith(version, wanted) && (wanted.pre === null || order === 0);
    case '>=':
      return order >= 0;
    case '>':
      return order > 0 && !startsWith(version, wanted);
    case '<=':
      return order <= 0 || startsWith(version, wanted);
    case '<':
      return order < 0;
    case '~':
      return order >= 0 && agrees(version, wanted, Math.min(2, wanted.numbers.length));
    default:
      return order >= 0 && agrees(version, wanted, isWild ? wanted.numbers.length : caretWidth(wanted.numbers));
  }
}

/** Up to and with the first number that is not zero. */
function caretWidth(numbers: readonly number[]): number {
  const first = numbers.findIndex((one) => one !== 0);
  return first === -1 ? numbers.length : first + 1;
}

const agrees = (a: Parts, b: Parts, width: number): boolean =>
  b.numbers.slice(0, width).every((one, i) => a.numbers[i] === one);

const startsWith = (version: Parts, wanted: Parts): boolean => agrees(version, wanted, wanted.numbers.length);

function partsOf(text: string): Parts | null {
  const [, numbers, pre] = /^(\d+(?:\.\d+){0,2})(?:-([0-9A-Za-z.-]+))?(?:\+.*)?$/.exec(text) ?? [];
  return numbers === undefined ? null : { numbers: numbers.split('.').map(Number), pre: pre ?? null };
}

/** Below zero where the first version comes first; null where one of them is none. */
export function compareVersions(a: string, b: string): number | null {
  const [one, other] = [partsOf(a), partsOf(b)];
  return one && other ? compare(one, other) : null;
}

function compare(a: Parts, b: Parts): number {
  for (let i = 0; i < 3; i++) {
    const difference = (a.numbers[i] ?? 0) - (b.numbers[i] ?? 0);
    if (difference !== 0) return difference;
  }
  if (a.pre === b.pre) return 0;
  if (a.pre === null) return 1;
  if (b.pre === null) return -1;
  return comparePre(a.pre.split('.'), b.pre.split('.'));
}

/** Semver's order: numbers below words, fewer parts below more. */
function comparePre(a: readonly string[], b: readonly string[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const [one, other] = [a[i]!, b[i]!];
    if (one === other) continue;
    const [m, n] = [/^\d+$/.test(one), /^\d+$/.test(other)];
    if (m && n) return Number(one) - Number(other);
    if (m !== n) return m ? -1 : 1;
    return one < other ? -1 : 1;
  }
  return a.length - b.length;
}
