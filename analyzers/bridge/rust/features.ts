import { type IsSet, optionParts } from '../../../src/languages/rust/cfg-truth.ts';
import { stringAt, stringsAt, tableAt } from '../../../src/workspace/manifest-files.ts';
import type { Crate } from '../../../src/workspace/manifests.ts';
import type { View } from '../../../src/workspace/view.ts';
import { manifestTable } from '../../workspace-lints/read-lints.ts';
import { dependenciesOf } from './rust-index.ts';

/** The features that a set of names switches on in a crate, themselves included. */
function closureOf(view: View, crate: Crate, names: readonly string[]): Set<string> {
  const table = tableAt(manifestTable(view, crate.manifest), 'features');
  const found = new Set<string>();
  const open = [...names];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (found.has(name)) continue;
    found.add(name);
    open.push(...stringsAt(table, name).filter((one) => !one.includes(':') && !one.includes('/')));
  }
  return found;
}

/**
 * What `cfg` comes to when a bridge is built as its manifest says: features that are on by default (or that the Python build asks for) hold;
 * a feature that is not is unknown, since somebody may ask for it.
 * @param crate whose code asks; @param bridge the crate that is built; @param asked features that the Python build names
 */
export function truthIn(view: View, crate: Crate | undefined, bridge: Crate, asked: readonly string[]): IsSet {
  const on = crate === undefined ? new Set<string>() : featuresOn(view, crate, bridge, asked);
  return (option) => {
    const { name, value } = optionParts(option);
    if (name === 'feature' && value !== null) return on.has(value) ? true : null;
    return name === 'test' || name === 'doctest' ? false : null;
  };
}

function featuresOn(view: View, crate: Crate, bridge: Crate, asked: readonly string[]): Set<string> {
  if (crate.manifest === bridge.manifest) return closureOf(view, crate, ['default', ...asked]);
  const edge = dependenciesOf(view, bridge.manifest).find((one) => one.package === crate.name)?.spec ?? null;
  const shared = tableAt(edge, 'workspace') === null && edge?.workspace === true;
  const isPlain = !shared && edge?.['default-features'] !== false;
  return closureOf(view, crate, [...(isPlain ? ['default'] : []), ...stringsAt(edge, 'features')]);
}

/** The version of PyO3 that a crate asks for, as its manifest or its workspace's says: `0.22`; null where none is written. */
export function pyo3Version(view: View, crate: Crate): string | null {
  const root = crate.cargoRoot === '' ? 'Cargo.toml' : `${crate.cargoRoot}/Cargo.toml`;
  const own = tableAt(manifestTable(view, crate.manifest), 'dependencies');
  const shared = tableAt(tableAt(manifestTable(view, root), 'workspace'), 'dependencies');
  const text = versionOf(own) ?? versionOf(shared);
  return text === null ? null : (/\d+(?:\.\d+)*/.exec(text)?.[0] ?? null);
}

const versionOf = (table: ReturnType<typeof tableAt>): string | null =>
  stringAt(table, 'pyo3') ?? stringAt(tableAt(table, 'pyo3'), 'version');

/** Before 0.23 a trailing `Option` could be left out. @param version null: not known, taken as new */
export const hasOptionalTail = (version: string | null): boolean => {
  const [major = 1, minor = 0] = (version ?? '').split('.').map(Number);
  return version !== null && major === 0 && minor < 23;
};
