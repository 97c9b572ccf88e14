/** A version of either world, taken apart: both write the same release, and differ in everything behind it. */
export interface Version {
  readonly epoch: number;
  /** Without zeros at the end: 1.0 and 1.0.0 are one version in Python. */
  readonly release: readonly number[];
  readonly pre: readonly [word: 'a' | 'b' | 'rc', number: number] | null;
  readonly post: number | null;
  readonly dev: number | null;
  readonly local: string | null;
}

/** PEP 440, as `packaging` reads it: case, separators and spellings of the words do not count. Null for what is no version. */
const PEP440 =
  /^\s*v?(?:(\d+)!)?(\d+(?:\.\d+)*)(?:[-_.]?(alpha|a|beta|b|preview|pre|c|rc)[-_.]?(\d*))?(?:-(\d+)|[-_.]?(?:(post|rev|r)[-_.]?(\d*)))?(?:[-_.]?(dev)[-_.]?(\d*))?(?:\+([a-z0-9]+(?:[-_.][a-z0-9]+)*))?\s*$/i;

const WORD: Readonly<Record<string, 'a' | 'b' | 'rc'>> = {
  a: 'a',
  alpha: 'a',
  b: 'b',
  beta: 'b',
  c: 'rc',
  rc: 'rc',
  pre: 'rc',
  preview: 'rc',
};

const number = (text: string | undefined): number => (text === undefined || text === '' ? 0 : Number(text));

export function parsePep440(text: string): Version | null {
  const found = PEP440.exec(text);
  if (!found) return null;
  const [, epoch, release, word, pre, bare, post, postNumber, dev, devNumber, local] = found;
  return {
    epoch: number(epoch),
    release: trimmed(release!.split('.').map(Number)),
    pre: word === undefined ? null : [WORD[word.toLowerCase()]!, number(pre)],
    post: bare !== undefined ? Number(bare) : post !== undefined ? number(postNumber) : null,
    dev: dev === undefined ? null : number(devNumber),
    local: local === undefined ? null : local.toLowerCase().split(/[-_.]/).map(withoutZeros).join('.'),
  };
}

const SEMVER = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-([0-9A-Za-z.-]+))?(?:\+([0-9A-Za-z.-]+))?$/;

/** True for a version that cargo takes; identifiers of digits alone have no leading zero. */
export const isSemver = (text: string): boolean => {
  const [, , , , pre, build] = SEMVER.exec(text) ?? [null];
  if (!SEMVER.test(text)) return false;
  const parts = (pre ?? '').split('.');
  return (pre === undefined || parts.every((part) => part !== '' && !/^0\d+$/.test(part))) && build !== '';
};

/**
 * What a version of cargo is in Python, as maturin 1.16 writes it: the text read by PEP 440, so that `1.0.0-rc.1` is a candidate and
 * `1.0.0-1` a post-release. Null where maturin stops (`1.0.0-nightly.5`).
 */
export const semverToPep440 = (text: string): Version | null => (isSemver(text) ? parsePep440(text) : null);

/**
 * `1.0rc1.post2.dev3+local`: the canonical spelling, without the zeros at the end of the release.
 * @internal Exported for its tests.
 */
export function printPep440({ epoch, release, pre, post, dev, local }: Version): string {
  return [
    epoch > 0 ? `${epoch}!` : '',
    release.join('.'),
    pre === null ? '' : pre.join(''),
    post === null ? '' : `.post${post}`,
    dev === null ? '' : `.dev${dev}`,
    local === null ? '' : `+${local}`,
  ].join('');
}

/** Equal as versions: across both worlds, local parts included. Null where one of them is no version. */
export function sameVersion(a: string, b: string): boolean | null {
  if (a === b) return true;
  const [one, other] = [a, b].map((text) => parsePep440(text));
  return one && other ? printPep440(one) === printPep440(other) : null;
}

/** `01` is 1; `0a` stays. */
const withoutZeros = (part: string): string => part.replace(/^0+(?=\d+$)/, '');

function trimmed(release: readonly number[]): number[] {
  let end = release.length;
  while (end > 1 && release[end - 1] === 0) end -= 1;
  return release.slice(0, end);
}
