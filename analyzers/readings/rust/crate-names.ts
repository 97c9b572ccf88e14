import type { View } from '../../../src/workspace/view.ts';
import { crateOf } from './crate-of.ts';

const BUILT_IN = ['std', 'core', 'alloc', 'proc_macro', 'test'];
const SECTION = /^\s*\[+([^\]]+)\]+\s*(?:#.*)?$/;
const KEY = /^\s*"?([\w-]+)"?\s*(?:\.[\w."-]+\s*)?=/;

/** Names of other crates that paths of a file may begin with: those of its manifests' dependencies, and of the workspace. */
export function crateNames(view: View, path: string): ReadonlySet<string> {
  const own = crateOf(view, path);
  const names = new Set([...BUILT_IN, ...view.manifests.crates.map(({ name }) => name)]);
  for (const { targets } of view.manifests.crates)
    for (const { kind, name } of targets) if (kind === 'lib') names.add(name);
  for (const manifest of new Set([own?.manifest, own && manifestOf(own.cargoRoot)]))
    if (manifest && view.file(manifest)?.state === 'text')
      for (const name of dependenciesIn(view.text(manifest))) names.add(name);
  return new Set([...names].map((name) => name.replaceAll('-', '_')));
}

const manifestOf = (folder: string): string => (folder === '' ? 'Cargo.toml' : `${folder}/Cargo.toml`);

function dependenciesIn(toml: string): string[] {
  const found: string[] = [];
  let inside = false;
  for (const line of toml.split(/\r?\n/)) {
    const section = SECTION.exec(line)?.[1];
    if (section !== undefined) {
      inside = /(?:^|[.-])dependencies$/.test(section.trim());
      const named = /(?:^|[.-])dependencies\.\s*"?([\w-]+)"?$/.exec(section.trim())?.[1];
      if (named !== undefined) found.push(named);
    } else if (inside) {
      const key = KEY.exec(line)?.[1];
      if (key !== undefined) found.push(key);
    }
  }
  return found;
}
