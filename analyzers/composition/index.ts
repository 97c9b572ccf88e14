import { byText } from '../../src/core/compare.ts';
import { languageOf } from '../../src/languages/language.ts';
import type { View } from '../../src/workspace/view.ts';
import { defineAnalyzer } from '../define-analyzer.ts';
import type { Composition, Module, Splice } from './composition.ts';
import { javascriptModules } from './javascript/modules.ts';
import { pythonModules } from './python/modules.ts';
import { rustModules } from './rust/modules.ts';

/** How files become modules. */
export const composition = defineAnalyzer<Composition>({
  id: 'composition',
  title: 'How files become modules: mod, #[path], include!, packages',
  rules: [],
  run: composeWorkspace,
});

function composeWorkspace(view: View): Composition {
  const rust = rustModules(view);
  const modules = [...rust.modules, ...pythonModules(view), ...javascriptModules(view)];
  const placed = new Set(modules.flatMap(({ file, fragments }) => [file, ...fragments]));
  const all = [...modules.filter(({ file }) => isSource(view, file)), ...restOf(view, placed)].sort(
    (a, b) => byText(a.id, b.id) || byText(a.file, b.file),
  );
  const moduleOf = new Map<string, string>();
  for (const { id, file, fragments } of all) for (const path of [file, ...fragments]) moduleOf.set(path, id);
  return { modules: all, moduleOf, splices: rust.splices, shared: sharedFiles(rust.splices) };
}

const isSource = (view: View, path: string): boolean => view.file(path) !== undefined;

/** Sources that nothing names and that could not be read: each is a module by its path. */
const restOf = (view: View, placed: ReadonlySet<string>): Module[] =>
  view.files
    .filter(({ path, grammar }) => grammar !== null && !placed.has(path))
    .map(({ path, grammar }) => ({ id: path, language: languageOf(grammar!), file: path, fragments: [] }));

/** Files that more than one place mounts or splices as code. */
function sharedFiles(splices: readonly Splice[]): Composition['shared'] {
  const places = new Map<string, { path: string; line: number }[]>();
  for (const { kind, path, line, targets } of splices) {
    if (kind === 'include_str' || kind === 'include_bytes') continue;
    for (const target of targets) places.set(target, [...(places.get(target) ?? []), { path, line }]);
  }
  return [...places]
    .filter(([, by]) => by.length > 1)
    .map(([path, by]) => ({ path, by }))
    .sort((a, b) => byText(a.path, b.path));
}
