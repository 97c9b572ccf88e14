import type { Crate } from '../../../src/workspace/manifests.ts';

const SINCE_2021 = ['convert::TryFrom', 'convert::TryInto', 'iter::FromIterator'];
const SINCE_2024 = ['future::Future', 'future::IntoFuture'];

/** https://doc.rust-lang.org/core/prelude/v1/index.html: what crates without `std` have too. */
const ALWAYS = new Set([
  ...['Clone', 'Copy', 'Send', 'Sized', 'Sync', 'Unpin'].map(
    (name) => `${name === 'Clone' ? 'clone' : 'marker'}::${name}`,
  ),
  ...['PartialEq', 'PartialOrd', 'Eq', 'Ord'].map((name) => `cmp::${name}`),
  ...['AsRef', 'AsMut', 'Into', 'From'].map((name) => `convert::${name}`),
  ...['Iterator', 'IntoIterator', 'Extend', 'DoubleEndedIterator', 'ExactSizeIterator'].map((name) => `iter::${name}`),
  ...['Drop', 'Fn', 'FnMut', 'FnOnce'].map((name) => `ops::${name}`),
  ...['default::Default', 'mem::drop', 'option::Option', 'option::Option::Some', 'option::Option::None'],
  ...['result::Result', 'result::Result::Ok', 'result::Result::Err'],
]);

/**
 * Whether a name means the same in every module without an import, in any edition.
 * @param binding what an import leads to: `::std::iter::IntoIterator`
 */
export function isAlwaysThere(binding: string, name: string): boolean {
  const [, item] = /^::(?:std|core)::(.+)$/.exec(binding) ?? [];
  return item !== undefined && ALWAYS.has(item) && item.endsWith(`::${name}`);
}

/** True for a name that only later editions have without an import; where the edition cannot be told, none is. */
export function isOfLaterPrelude(name: string, edition: Crate['edition'] | null): boolean {
  const isOne = (path: string): boolean => path.endsWith(`::${name}`);
  if (edition === null || edition === '2024') return false;
  return SINCE_2024.some(isOne) || (edition !== '2021' && SINCE_2021.some(isOne));
}

/**
 * True for a path to what every module of an edition has, though older editions do not: an import of it, by that name, brings nothing else.
 * @param path without a leading `::`: `['core', 'convert', 'TryFrom']`
 * @param edition null where it cannot be told
 */
export function isInPrelude(path: readonly string[], edition: Crate['edition'] | null): boolean {
  const [crate = '', ...rest] = path;
  if (edition === null || edition === '2015' || edition === '2018' || !/^(?:std|core)$/.test(crate)) return false;
  const item = rest.join('::');
  return SINCE_2021.includes(item) || (edition === '2024' && SINCE_2024.includes(item));
}
