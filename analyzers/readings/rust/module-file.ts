import { basename, dirname } from 'node:path/posix';
import { plainName } from '../../../src/languages/rust/plain-name.ts';
import { readItems } from '../../../src/languages/rust/read-items.ts';
import { importedName, readUseTree } from '../../../src/languages/rust/use-tree.ts';
import { childByField, type Node, type Syntax, textOf } from '../../../src/languages/syntax.ts';
import type { View } from '../../../src/workspace/view.ts';
import { crateOf } from './crate-of.ts';
import { moduleFolder } from './module-folder.ts';

/** A module: the file that has it, and the node whose children are its items, 0 for the file's own. */
export interface ModulePlace {
  readonly file: string;
  readonly body: Node;
}

/**
 * The module that a path names, by where files usually lie; null for one of another crate, or a path that cannot be followed.
 * @param segments from `crate`, `self` or `super`, or beginning with a module of the file
 */
export function moduleAt(
  view: View,
  path: string,
  segments: readonly string[],
  steps = MOST_STEPS,
): ModulePlace | null {
  const [first = '', ...rest] = segments;
  if (first === 'crate') {
    const root = crateOf(view, path)?.targets.find(({ kind }) => kind === 'lib' || kind === 'bin')?.path;
    return root === undefined ? null : below(view, root, rest, 0, steps);
  }
  if (first === 'super') {
    const parent = parentFile(view, path);
    return parent === null
      ? null
      : rest[0] === 'super'
        ? moduleAt(view, parent, rest, steps)
        : below(view, parent, rest, 0, steps);
  }
  return below(view, path, first === 'self' ? rest : segments, 0, steps);
}

const MOST_STEPS = 8;

/** From a module on, which may be an inline one; `pub use a::b as c;` leads on. */
export function below(
  view: View,
  file: string,
  names: readonly string[],
  from: Node = 0,
  steps = MOST_STEPS,
): ModulePlace | null {
  let at: ModulePlace = { file, body: from };
  for (const name of names) {
    const found: ModulePlace | null =
      inlineModule(view, at, name) ??
      (at.body === 0 ? fileModule(view, at.file, name) : null) ??
      imported(view, at, name, steps);
    if (found === null) return null;
    at = found;
  }
  return at;
}

function fileModule(view: View, file: string, name: string): ModulePlace | null {
  const folder = moduleFolder(view, file);
  const stem = folder === '' ? name : `${folder}/${name}`;
  const found = [`${stem}.rs`, `${stem}/mod.rs`, ...mountedAs(view, file, name)].find(
    (one) => view.file(one)?.state === 'text',
  );
  return found === undefined ? null : { file: found, body: 0 };
}

/** The module that an import gives a name to. */
function imported(view: View, { file, body }: ModulePlace, name: string, steps: number): ModulePlace | null {
  if (steps === 0 || view.file(file)?.state !== 'text') return null;
  const syntax = view.syntax(file);
  const leaf = readItems(syntax, body)
    .items.filter(({ kind }) => kind === 'use')
    .flatMap(({ node }) => readUseTree(syntax, node))
    .find((one) => importedName(one) === name);
  const [first = '', ...rest] = leaf?.segments ?? [];
  if (first === '' || (body !== 0 && first === 'super')) return null;
  if (first === 'crate' || first === 'super') return moduleAt(view, file, leaf!.segments, steps - 1);
  const own = first === 'self' ? rest : leaf!.segments;
  return own[0] === name ? null : below(view, file, own, body, steps - 1);
}

/** `#[path = "x.rs"] mod name;` */
function mountedAs(view: View, file: string, name: string): string[] {
  const mount = new RegExp(`#\\s*\\[\\s*path\\s*=\\s*"([^"\\n]+)"\\s*\\][^;{}]*\\bmod\\s+(?:r#)?${name}\\s*;`);
  const written = view.file(file)?.state === 'text' ? mount.exec(view.text(file))?.[1] : undefined;
  return written === undefined ? [] : [dirname(file) === '.' ? written : `${dirname(file)}/${written}`];
}

function inlineModule(view: View, { file, body }: ModulePlace, name: string): ModulePlace | null {
  if (view.file(file)?.state !== 'text' || !view.text(file).includes(name)) return null;
  const syntax = view.syntax(file);
  const found = readItems(syntax, body)
    .items.filter(({ kind, node }) => kind === 'mod' && nameOf(syntax, node) === name)
    .map(({ node }) => childByField(syntax, node, 'body'))
    .find((inner) => inner !== -1);
  return found === undefined ? null : { file, body: found };
}

const nameOf = (syntax: Syntax, node: Node): string => plainName(textOf(syntax, childByField(syntax, node, 'name')));

function parentFile(view: View, path: string): string | null {
  const own = dirname(path);
  const folder = basename(path) === 'mod.rs' ? dirname(own) : own;
  const inside = (name: string): string => (folder === '.' ? name : `${folder}/${name}`);
  const candidates = [`${folder}.rs`, inside('mod.rs'), inside('lib.rs'), inside('main.rs')];
  return candidates.find((one) => one !== path && view.file(one)?.state === 'text') ?? null;
}
