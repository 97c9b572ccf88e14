import { dirname } from 'node:path/posix';
import type { View } from '../../../src/workspace/view.ts';
import { crateOf } from './crate-of.ts';
import { allMounts } from './mounts.ts';
import { runWhileBuilding } from './workspace-dependencies.ts';

/**
 * Rust files whose code runs while the package of a file is built: its build script with the modules of it, procedural macros of the workspace,
 * and what both are built on. What they read ends in the program.
 */
export function buildTimeFiles(view: View, path: string): string[] {
  const crate = crateOf(view, path);
  if (crate === null) return [];
  const rust = view.files
    .filter(({ grammar, state }) => grammar === 'rust' && state === 'text')
    .map((file) => file.path);
  const folders = runWhileBuilding(view, crate).map(({ dir }) => (dir === '' ? '' : `${dir}/`));
  const script = crate.targets.find(({ kind }) => kind === 'build')?.path;
  const ofScript = script !== undefined && view.file(script)?.state === 'text' ? withModules(view, script) : [];
  const ofCrates = rust.filter((file) =>
    folders.some((folder) => file.startsWith(folder) && !isBelowOther(view, folder, file)),
  );
  return [...new Set([...ofScript, ...ofCrates])].filter((file) => file !== path);
}

/** A package's folder may hold others. */
const isBelowOther = (view: View, folder: string, file: string): boolean =>
  `${crateOf(view, file)?.dir ?? ''}/` !== (folder === '' ? '/' : folder);

const MODULE = /^[ \t]*(?:pub(?:\([^)]*\))?[ \t]+)?mod[ \t]+(?:r#)?(\w+)[ \t]*;/gm;

/** A file with the modules that it mounts, by a path or by their names beside it. */
function withModules(view: View, root: string): string[] {
  const found = new Set([root]);
  for (const file of found) {
    const isTop = file === root || file.endsWith('/mod.rs');
    const folder = isTop ? dirname(file) : file.replace(/\.rs$/, '');
    const named = [...view.text(file).matchAll(MODULE)].flatMap(([, name]) => [`${name}.rs`, `${name}/mod.rs`]);
    const mounted = allMounts(view).flatMap(({ by, targets }) => (by === file ? targets : []));
    for (const one of [...named.map((name) => (folder === '.' ? name : `${folder}/${name}`)), ...mounted])
      if (view.file(one)?.state === 'text') found.add(one);
  }
  return [...found];
}
