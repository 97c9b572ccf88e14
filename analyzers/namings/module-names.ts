import type { View } from '../../src/workspace/view.ts';
import type { Composition } from '../composition/composition.ts';
import { composition } from '../composition/index.ts';
import { pythonModules } from '../composition/python-modules.ts';
import { dirOf, stemOf } from '../composition/resolve-path.ts';
import { rustRoots } from '../composition/rust-roots.ts';

/** How a text may name the module of a file. */
export interface ModuleName {
  /** Stands in every text that names it. */
  readonly hint: string;
  /** Global; a match is a name only if `is` says so. */
  readonly pattern: RegExp;
  readonly is: (name: string) => boolean;
}

/**
 * The module of a Rust or Python file as strings spell it; null where it has no such name. To know a Rust module all files of the workspace
 * must be parsed, and hardly any module is named by a string: `is` does that, once, when a name that looks like it has been found.
 */
export function moduleNames(view: View): (path: string) => ModuleName | null {
  let composed: Composition | null = null;
  const idOf = (path: string): string | undefined => {
    composed ??= composition.run(view);
    return composed.moduleOf.get(path);
  };
  const crates = rustRoots(view).flatMap(({ id }) => (/^\w+$/.test(id) ? [id] : []));
  return (path) => {
    const grammar = view.file(path)?.grammar;
    if (grammar === 'rust') return crates.length === 0 ? null : rustName(view, path, crates, idOf);
    const id = grammar === 'python' ? pythonModules(view).find(({ file }) => file === path)?.id : undefined;
    if (id === undefined || id === path) return null;
    if (!id.includes('.')) return { hint: id, pattern: inOverride(escaped(id)), is: () => true };
    return { hint: id, pattern: bounded(escaped(id)), is: () => true };
  };
}

function rustName(
  view: View,
  path: string,
  crates: readonly string[],
  idOf: (path: string) => string | undefined,
): ModuleName {
  const tail = mountedByPath(view, path) ? '' : stemOf(path) === 'mod' ? stemOf(dirOf(path)) : stemOf(path);
  return {
    hint: `::${tail}`,
    pattern: bounded(`(?:${crates.join('|')})(?:::\\w+)*::${tail === '' ? '\\w+' : escaped(tail)}`),
    is: (name) => idOf(path) === name,
  };
}

/** `#[path = "x/m.rs"]` and `include!("x/m.rs")` give a file any name. */
function mountedByPath(view: View, path: string): boolean {
  const file = path.slice(path.lastIndexOf('/') + 1);
  const mount = new RegExp(`(?:\\bpath\\s*=|\\binclude!)[^\\n]*["/]${escaped(file)}"`);
  return view.files.some(
    ({ path: from, grammar, state }) =>
      grammar === 'rust' && state === 'text' && view.text(from).includes(file) && mount.test(view.text(from)),
  );
}

const escaped = (text: string): string => text.replace(/\W/g, '\\$&');

/** A name without a dot is a word like others: it is a module's only where mypy's overrides say so. */
const inOverride = (name: string): RegExp =>
  new RegExp(
    `(?<=^\\[mypy-(?:[^\\]\\n]*,)?)${name}(?=[,\\]])|(?<=^\\s*module\\s*=\\s*(?:\\[[^\\]]*)?["'])${name}(?=["'])`,
    'gm',
  );

/** Not the end of a longer name, and not the beginning of one. */
const bounded = (name: string): RegExp => new RegExp(`(?<![\\w.:])${name}(?!\\w|::\\w|\\.\\w)`, 'g');
