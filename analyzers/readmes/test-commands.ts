import type { View } from '../../src/workspace/view.ts';
import type { Package } from './packages.ts';

/** How the tests of a package are run, as far as its files say. */
export function testCommands(view: View, pkg: Package): string[] {
  if (pkg.kind === 'crate') return [`cargo test -p ${pkg.name}`];
  const within = pkg.dir === '' ? '' : `${pkg.dir}/`;
  const has = (pattern: RegExp): boolean =>
    view.files.some(({ path }) => path.startsWith(within) && pattern.test(path.slice(within.length)));
  const folder = pkg.dir === '' ? '' : ` ${pkg.dir}`;
  if (has(/^noxfile\.py$/)) return [`nox${pkg.dir === '' ? '' : ` -f ${pkg.dir}/noxfile.py`}`];
  if (has(/^tox\.ini$/)) return [`tox${pkg.dir === '' ? '' : ` -c ${pkg.dir}`}`];
  return has(/(?:^|\/)(?:test_[^/]*|[^/]*_test)\.py$/) ? [`python -m pytest${folder}`] : [];
}
