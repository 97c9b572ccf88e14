import { parse } from 'smol-toml';
import { type Attribute, readAttribute } from '../../../src/languages/rust/attributes.ts';
import { childByField, childrenOf, kindOf, type Syntax, textOf } from '../../../src/languages/syntax.ts';
import { stringAt, stringsAt, type Table, tableAt } from '../../../src/workspace/manifest-files.ts';
import type { Crate } from '../../../src/workspace/manifests.ts';
import type { View } from '../../../src/workspace/view.ts';
import { crateOf } from './crate-of.ts';

/** Lints that may fire on what a split writes, with the groups that hold them. All are off unless the project turns them on. */
const GROUPS = {
  'clippy::wildcard_imports': ['clippy::pedantic'],
  'clippy::enum_glob_use': ['clippy::pedantic'],
  'clippy::self_named_module_files': ['clippy::restriction'],
  'clippy::mod_module_files': ['clippy::restriction'],
  'clippy::missing_docs_in_private_items': ['clippy::restriction'],
  'clippy::multiple_inherent_impl': ['clippy::restriction'],
  'clippy::pub_with_shorthand': ['clippy::restriction'],
  'clippy::pub_use': ['clippy::restriction'],
  'clippy::field_scoped_visibility_modifiers': ['clippy::restriction'],
  'clippy::allow_attributes': ['clippy::restriction'],
  'clippy::allow_attributes_without_reason': ['clippy::restriction'],
  'clippy::redundant_pub_crate': ['clippy::nursery'],
} as const;

export type Lint = keyof typeof GROUPS;

/** Whether a lint is reported in a module: what manifests, cargo's configuration and attributes say. */
export type LintLevels = (lint: Lint) => boolean;

interface Setting {
  readonly lint: string;
  readonly isOn: boolean;
}

/** Reads the levels that hold for a file, as cargo and rustc add them up: `[lints]`, then flags, then attributes from the root down. */
export function readLintLevels(view: View, path: string): LintLevels {
  const crate = crateOf(view, path);
  const settings = [
    ...(crate ? manifestSettings(view, crate) : []),
    ...flagSettings(view, path),
    ...attributeSettings(view, path, crate),
  ];
  const clippy = clippyTable(view, path);
  return (lint) => {
    if (
      lint === 'clippy::multiple_inherent_impl' &&
      /^(file|module)$/.test(stringAt(clippy, 'inherent-impl-lint-scope') ?? '')
    )
      return false;
    if (lint === 'clippy::wildcard_imports' && stringsAt(clippy, 'allowed-wildcard-imports').includes('super'))
      return false;
    const names: readonly string[] = [lint, ...GROUPS[lint]];
    return settings.findLast((one) => names.includes(one.lint))?.isOn ?? false;
  };
}

/** `[lints.clippy]`, in the order of their priorities. */
function manifestSettings(view: View, crate: Crate): Setting[] {
  const own = tableAt(tomlAt(view, crate.manifest), 'lints');
  const root = crate.cargoRoot === '' ? 'Cargo.toml' : `${crate.cargoRoot}/Cargo.toml`;
  const lints = own?.workspace === true ? tableAt(tableAt(tomlAt(view, root), 'workspace'), 'lints') : own;
  return [...levelsIn(tableAt(lints, 'rust'), ''), ...levelsIn(tableAt(lints, 'clippy'), 'clippy::')].sort(
    (a, b) => a.priority - b.priority,
  );
}

/** `name = "warn"` and `name = { level = "warn", priority = -1 }`. */
const levelsIn = (table: Table | null, prefix: string): (Setting & { readonly priority: number })[] =>
  Object.entries(table ?? {}).map(([name, value]) => {
    const detail = typeof value === 'object' && value !== null ? (value as Table) : null;
    const level = detail ? stringAt(detail, 'level') : value;
    const priority = typeof detail?.priority === 'number' ? detail.priority : 0;
    return { lint: `${prefix}${plain(name)}`, isOn: isOn(String(level)), priority };
  });

const FLAG = /^(?:-([AWDF])|--(allow|warn|deny|forbid))[ =]?(.*)$/;

/** `rustflags = ["-Wclippy::pedantic"]` of the `.cargo/config.toml` above a file. */
function flagSettings(view: View, path: string): Setting[] {
  return foldersAbove(path).flatMap((folder) =>
    ['config.toml', 'config'].flatMap((name) => {
      const table = tomlAt(view, `${folder}.cargo/${name}`);
      const tables = [tableAt(table, 'build'), ...Object.values(tableAt(table, 'target') ?? {}).map(asTable)];
      return tables.flatMap((one) => flagsOf(one?.rustflags));
    }),
  );
}

function flagsOf(value: unknown): Setting[] {
  const words = typeof value === 'string' ? value.split(/\s+/) : Array.isArray(value) ? value.map(String) : [];
  const found: Setting[] = [];
  words.forEach((word, i) => {
    const match = FLAG.exec(word);
    const lints = match ? match[3] || words[i + 1] || '' : '';
    for (const lint of lints.split(','))
      found.push({ lint: plain(lint), isOn: match?.[1] !== 'A' && match?.[2] !== 'allow' });
  });
  return found;
}

/** Inner attributes of the crate's roots and of the files on the way down, and those above the `mod` lines. */
function attributeSettings(view: View, path: string, crate: Crate | null): Setting[] {
  const roots = (crate?.targets ?? []).filter(({ kind }) => kind === 'lib' || kind === 'bin').map((one) => one.path);
  const found = new Map<string, Setting[]>();
  for (const file of [...roots, ...filesAbove(view, path), path])
    if (!found.has(file) && view.file(file)?.state === 'text') found.set(file, lintAttributes(view.syntax(file), path));
  return [...found.values()].flat();
}

/** `src/a/b.rs` -> src/a.rs, src/a/mod.rs, where they are. */
const filesAbove = (view: View, path: string): string[] =>
  foldersAbove(path).flatMap((folder) =>
    [`${folder}mod.rs`, `${folder.slice(0, -1)}.rs`].filter((file) => view.file(file)?.state === 'text'),
  );

/** @param path the file that is asked about: outer attributes count where they stand above its `mod` line, or one on the way */
function lintAttributes(syntax: Syntax, path: string): Setting[] {
  const found: Setting[] = [];
  let outer: Attribute[] = [];
  for (const node of childrenOf(syntax, 0)) {
    const kind = kindOf(syntax, node);
    if (kind === 'inner_attribute_item') found.push(...settingsOf(readAttribute(syntax, node)));
    else if (kind === 'attribute_item') outer.push(readAttribute(syntax, node));
    else if (!kind.endsWith('comment')) {
      const name = kind === 'mod_item' ? textOf(syntax, childByField(syntax, node, 'name')) : null;
      if (name !== null && new RegExp(`(?:^|/)${name}(?:\\.rs$|/)`).test(path))
        found.push(...outer.flatMap(settingsOf));
      outer = [];
    }
  }
  return found;
}

const LEVEL = /\b(allow|expect|warn|deny|forbid)\s*\(([^()]*)\)/g;

// What only some builds turn on is on; what only some turn off is not off.
function settingsOf({ path, text }: Attribute): Setting[] {
  const written = path === 'cfg_attr' ? text : `${path}(${text})`;
  return [...written.matchAll(LEVEL)].flatMap(([, level, names]) =>
    path === 'cfg_attr' && !isOn(level!)
      ? []
      : names!.split(',').map((name) => ({ lint: plain(name), isOn: isOn(level!) })),
  );
}

function clippyTable(view: View, path: string): Table | null {
  const files = foldersAbove(path).flatMap((folder) => [`${folder}clippy.toml`, `${folder}.clippy.toml`]);
  return files.map((file) => tomlAt(view, file)).findLast((table) => table !== null) ?? null;
}

/** `src/a/b.rs` -> '', 'src/', 'src/a/'. */
const foldersAbove = (path: string): string[] =>
  path.split('/').map((_, i, all) => (i === 0 ? '' : `${all.slice(0, i).join('/')}/`));

const isOn = (level: string): boolean => level === 'warn' || level === 'deny' || level === 'forbid';
const plain = (lint: string): string => lint.trim().replaceAll('-', '_');
const asTable = (value: unknown): Table | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Table) : null;

function tomlAt(view: View, path: string): Table | null {
  if (view.file(path)?.state !== 'text') return null;
  try {
    return parse(view.text(path).replace(/^\ufeff/, ''));
  } catch {
    return null; // A broken manifest is reported where manifests are read.
  }
}
