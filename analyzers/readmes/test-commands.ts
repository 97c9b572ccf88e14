import type { View } from '../../src/workspace/view.ts';
import type { Package } from './packages.ts';

/** How the tests of a package are run, as far as its files say. */
export function testCommands(view: View, own: Package): string[] {
  if (own.kind === 'crate') return [`cargo test -p ${own.name}`];
  const within = own.dir === '' ? '' : `${own.dir}/`;
  const has = (pattern: RegExp): boolean =>
    view.files.some(({ path }) => path.startsWith(within) && pattern.test(path.slice(within.length)));
  const folder = own.dir === '' ? '' : ` ${own.dir}`;
  if (has(/^noxfile\.py$/)) return [`nox${own.dir === '' ? '' : ` -f ${own.dir}/noxfile.py`}`];
  if (has(/^tox\.ini$/)) return [`tox${own.dir === '' ? '' : ` -c ${own.dir}`}`];
  return has(/(?:^|\/)(?:test_[^/]*|[^/]*_test)\.py$/) ? [`python -m pytest${folder}`] : [];
}
