import { posix } from 'node:path';
import { parse } from 'smol-toml';
import { stringAt, type Table, tableAt } from '../../../../src/workspace/manifest-files.ts';
import { readSetupCfg } from '../../../../src/workspace/python/read-setup-cfg.ts';
import type { View } from '../../../../src/workspace/view.ts';
import type { DistributionFiles, Ships, Sieve } from './distribution-files.ts';
import { otherBackends } from './other-backends.ts';
import { setuptoolsShips } from './setuptools.ts';
import { sievesOf } from './sieves.ts';

/** How the distribution that holds a file is built, and what of it is shipped. */
export interface Shipping {
  readonly dir: string;
  /** Folder of the distribution, and the backend: `setuptools`, `hatchling`, `poetry.core.masonry.api`. */
  readonly backend: string;
  /** By paths from the workspace. */
  readonly ships: Ships;
  /** What holds files back whatever ships them, by paths from the workspace. */
  readonly sieves: readonly Sieve[];
}

/** The innermost distribution whose folder holds a path; null where there is none. */
export function shippingOf(view: View, path: string): Shipping | null {
  const home = view.manifests.distributions
    .map(({ dir }) => dir)
    .filter((dir) => dir === '' || path.startsWith(`${dir}/`))
    .sort((a, b) => b.length - a.length)[0];
  if (home === undefined) return null;
  const files = filesOf(view, home);
  const backend = stringAt(tableAt(files.pyproject, 'build-system'), 'build-backend') ?? 'setuptools';
  const ships = files.broken
    ? () => null
    : /^setuptools\b/.test(backend)
      ? setuptoolsShips(files)
      : otherBackends(files, backend);
  const inside = (whole: string): string | null =>
    home === '' ? whole : whole.startsWith(`${home}/`) ? whole.slice(home.length + 1) : null;
  return {
    dir: home,
    backend,
    ships: (whole) => {
      const folder = inside(posix.normalize(whole));
      return folder === null ? false : ships(folder);
    },
    sieves: sievesOf(files, backend).map(({ by, lets }) => ({
      by,
      lets: (whole) => lets(inside(posix.normalize(whole)) ?? whole),
    })),
  };
}

function filesOf(view: View, dir: string): DistributionFiles {
  const inDir = (name: string): string => (dir === '' ? name : `${dir}/${name}`);
  const isText = (name: string): boolean => view.file(inDir(name))?.state === 'text';
  const pyproject = isText('pyproject.toml') ? tomlOf(view.text(inDir('pyproject.toml'))) : null;
  return {
    view,
    dir,
    pyproject,
    broken: pyproject === null && isText('pyproject.toml'),
    setupCfg: isText('setup.cfg') ? readSetupCfg(view.text(inDir('setup.cfg'))) : null,
    setupPy: isText('setup.py') ? inDir('setup.py') : null,
  };
}

/** A broken file lists nothing; the discovery of manifests has reported it. */
function tomlOf(text: string): Table | null {
  try {
    return parse(text.replace(/^\ufeff/, ''));
  } catch {
    return null;
  }
}
