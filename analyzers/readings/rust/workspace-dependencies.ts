import type { Crate } from '../../../src/workspace/manifests.ts';
import type { View } from '../../../src/workspace/view.ts';

/** Crates with those of the workspace that they are built on, at any depth. */
export function withDependencies(view: View, crates: readonly Crate[]): Crate[] {
  const found = new Set(crates);
  for (const { manifest } of found)
    for (const other of dependenciesIn(view, manifestText(view, manifest))) found.add(other);
  return [...found];
}

/** Crates of the workspace that run while this one is built: its procedural macros, what its build script depends on, and what those are built on. */
export function runWhileBuilding(view: View, crate: Crate): Crate[] {
  const text = manifestText(view, crate.manifest);
  const ofScript = (text.match(SECTION) ?? [])
    .filter((section) => /^[^\n]*\bbuild-dependencies\b/.test(section))
    .join('\n');
  const macros = withDependencies(view, [crate]).filter(
    (one) => one !== crate && one.targets.some(({ procMacro }) => procMacro),
  );
  return withDependencies(view, [...macros, ...dependenciesIn(view, ofScript)]).filter((one) => one !== crate);
}

/** A section of a manifest from its header to the next one. */
const SECTION = /^[ \t]*\[[^\n]*(?:\n(?![ \t]*\[)[^\n]*)*/gm;

const manifestText = (view: View, manifest: string): string =>
  view.file(manifest)?.state === 'text' ? view.text(manifest) : '';

const dependenciesIn = (view: View, text: string): Crate[] =>
  view.manifests.crates.filter(({ name }) =>
    new RegExp(`^\\s*(?:\\[[\\w.-]*dependencies\\.)?"?${name}"?\\s*[\\].=]`, 'm').test(text),
  );
