import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dirname, relative } from 'node:path/posix';
import { moduleOf } from '../../../../../analyzers/readings/javascript/module-paths.ts';
import type { View } from '../../../../workspace/view.ts';
import type { Stage } from '../../prover.ts';
import { emittedPath } from './compare-emitted.ts';
import { type Marks, marksIn } from './module-marks.ts';
import type { Scripts } from './scripts.ts';

const SOURCE = /\.[mc]?[jt]sx?$/;
const TYPED = /\.[mc]?tsx?$/;

/**
 * Lays out one state as node can run it, in a folder of the scratch: what the compiler wrote stands in place of its sources, all else is copied,
 * and packages are linked. Names of modules lead to files, as the compiler resolves them; each module reports that it is evaluated.
 * @returns absolute folder
 */
export function layTree(stage: Stage, view: View, scripts: Scripts): string {
  const tree = join(stage.scratch, 'meaning');
  rmSync(tree, { recursive: true, force: true });
  mkdirSync(tree, { recursive: true });
  copyRest(stage, view, tree);
  linkPackages(stage, view, tree);
  const forms = new Map<string, 'module' | 'commonjs'>();
  for (const { path, state } of view.files) {
    if (!SOURCE.test(path) || state !== 'text') continue;
    const file = runsAs(scripts, path);
    if (file === null) continue;
    const text = TYPED.test(path) ? scripts.texts.get(file)! : view.text(path);
    mkdirSync(dirname(join(tree, file)), { recursive: true });
    writeFileSync(
      join(tree, file),
      marked(marksIn(stage, text), text, path, (name) => specifier(view, scripts, path, name)),
    );
    if (TYPED.test(path) && file.endsWith('.js')) forms.set(packageOf(view, path), formOf(text));
  }
  for (const [manifest, form] of forms) setForm(tree, manifest, form);
  return tree;
}

/** All that is no script: data, manifests, assets. */
function copyRest(stage: Stage, view: View, tree: string): void {
  for (const { path, state } of view.files) {
    if (SOURCE.test(path) || !/^(text|binary|not-utf8)$/.test(state)) continue;
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    copyFileSync(join(stage.root, path), join(tree, path));
  }
}

/** The file that runs for a source: itself, or what the compiler writes for it; null for declarations and what no project compiles. */
export const runsAs = (scripts: Scripts, path: string): string | null =>
  TYPED.test(path) ? (emittedPath(scripts, path) ?? null) : path;

function linkPackages(stage: Stage, view: View, tree: string): void {
  const homes = new Set([
    '',
    ...view.files.flatMap(({ path }) => (path.endsWith('package.json') ? [dirname(path)] : [])),
  ]);
  for (const home of homes) {
    const folder = join(stage.root, home, 'node_modules');
    if (existsSync(folder) && existsSync(join(tree, home)) && !existsSync(join(tree, home, 'node_modules')))
      symlinkSync(folder, join(tree, home, 'node_modules'));
  }
}

function packageOf(view: View, path: string): string {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const manifest = join(folder, 'package.json');
    if (folder === '.' || view.file(manifest)?.state === 'text') return manifest;
  }
}

const formOf = (text: string): 'module' | 'commonjs' => (/^(import|export)\b/m.test(text) ? 'module' : 'commonjs');

/** `type` as what was emitted has it: a bundler, or a manifest beside the output, says otherwise than the one beside the sources. */
function setForm(tree: string, manifest: string, form: string): void {
  const place = join(tree, manifest);
  const read = existsSync(place) ? (JSON.parse(readFileSync(place, 'utf8')) as Record<string, unknown>) : {};
  writeFileSync(place, JSON.stringify({ ...read, type: form }));
}

function specifier(view: View, scripts: Scripts, path: string, name: string): string {
  const target = moduleOf(view, path, name);
  const file = view.file(target)?.grammar ? runsAs(scripts, target) : null;
  if (file === null) return name;
  const from = relative(dirname(path), file);
  return from.startsWith('.') ? from : `./${from}`;
}

/** The text with each name of a module as `rename` has it, and behind its directives a call that reports the module. */
function marked({ place, names }: Marks, text: string, path: string, rename: (name: string) => string): string {
  // A directive may have no semicolon.
  let out = `${text.slice(0, place)};globalThis[Symbol.for("evaluated module")]?.(${JSON.stringify(path)});`;
  let from = place;
  for (const { start, end } of names) {
    out += `${text.slice(from, start)}${rename(text.slice(start, end))}`;
    from = end;
  }
  return out + text.slice(from);
}
