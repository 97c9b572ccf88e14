import { parse as parseToml } from 'smol-toml';
import { compileIgnoreRules, rulingOf } from '../../../src/workspace/cargo/ignore-rules.ts';
import type { Crate } from '../../../src/workspace/manifests.ts';
import type { View } from '../../../src/workspace/view.ts';
import { crateOf } from './crate-of.ts';

/** What a package's manifest says of the files that are published with it. */
export interface PackageList {
  readonly crate: Crate;
  /** Whether a file of the package, by its path in the workspace, is in the package. */
  readonly ships: (path: string) => boolean;
  /** The `include` of the manifest, where it is a plain array of strings; null where there is none, or another form. */
  readonly include: IncludeArray | null;
}

export interface IncludeArray {
  readonly entries: readonly string[];
  /** Where the last of its strings ends, in the manifest. */
  readonly end: number;
  /** Blanks before the last string where it stands on a line of its own; null where the array stands on one line. */
  readonly indent: string | null;
}

/** The list of the package that a file lies in; null where there is none, or where nothing is ever published of it. */
export function packageListOf(view: View, path: string): PackageList | null {
  const crate = crateOf(view, path);
  if (crate === null || view.file(crate.manifest)?.state !== 'text') return null;
  const text = view.text(crate.manifest);
  const table = packageTable(text);
  if (table === null || table.publish === false || isEmpty(table.publish)) return null;
  const home = crate.dir === '' ? '' : `${crate.dir}/`;
  const include = patternsOf(view, crate, table, 'include');
  const listed = include.length > 0 ? include : null;
  const included = compileIgnoreRules(include);
  const excluded = compileIgnoreRules(patternsOf(view, crate, table, 'exclude'));
  const isForgotten = gitIgnores(view);
  return {
    crate,
    include: includeArray(text, listed),
    ships: (file) => {
      const own = file.slice(home.length);
      return listed
        ? rulingOf(included, own) === 'ignored'
        : rulingOf(excluded, own) !== 'ignored' && !isForgotten(file);
    },
  };
}

interface PackageTable {
  readonly publish?: unknown;
  readonly include?: unknown;
  readonly exclude?: unknown;
}

const packageTable = (text: string): PackageTable | null => tablesIn(text).package ?? null;

interface Tables {
  readonly package?: PackageTable;
  readonly workspace?: { readonly package?: PackageTable };
}

function tablesIn(text: string): Tables {
  try {
    return parseToml(text) as Tables;
  } catch {
    // The reader of manifests has reported what is wrong with it.
    return {};
  }
}

const isEmpty = (list: unknown): boolean => Array.isArray(list) && list.length === 0;

/** Patterns of the manifest's own, or those of the workspace that it inherits. */
function patternsOf(view: View, crate: Crate, table: PackageTable, key: 'include' | 'exclude'): string[] {
  const own = table[key];
  if (Array.isArray(own)) return own.filter((one) => typeof one === 'string');
  if ((own as { readonly workspace?: unknown } | undefined)?.workspace !== true) return [];
  const root = crate.cargoRoot === '' ? 'Cargo.toml' : `${crate.cargoRoot}/Cargo.toml`;
  const inherited = view.file(root)?.state === 'text' ? tablesIn(view.text(root)).workspace?.package?.[key] : [];
  return Array.isArray(inherited) ? inherited.filter((one) => typeof one === 'string') : [];
}

/** Whether the workspace's own ignore files name a path, or a folder around it: cargo asks git where there is no `include`. */
function gitIgnores(view: View): (path: string) => boolean {
  const files = view.files.filter(({ path, state }) => state === 'text' && /(^|\/)\.gitignore$/.test(path));
  const sources = files.map(({ path }) => ({
    home: path.slice(0, -'.gitignore'.length),
    rules: compileIgnoreRules(view.text(path).split(/\r?\n/)),
  }));
  const nearestFirst = sources.sort((a, b) => b.home.length - a.home.length);
  const isIgnored = (path: string, isFolder: boolean): boolean => {
    const own = nearestFirst.filter(({ home }) => path.startsWith(home));
    return (
      own.map(({ home, rules }) => rules(path.slice(home.length), isFolder)).find((one) => one !== null) === 'ignored'
    );
  };
  return (path) => {
    const steps = path.split('/').map((_, i, parts) => parts.slice(0, i + 1).join('/'));
    // What lies in an ignored folder cannot be taken back.
    return steps.some((step) => isIgnored(step, step !== path));
  };
}

const STRING = /"(?:[^"\\\n]|\\.)*"|'[^'\n]*'/y;

/** `include = [ .. ]` of `[package]`, read string by string. */
function includeArray(text: string, entries: readonly string[] | null): IncludeArray | null {
  if (entries === null) return null;
  const header = /^[ \t]*\[[ \t]*package[ \t]*\][^\n]*$/m.exec(text);
  if (!header) return null;
  const from = header.index + header[0].length;
  const next = text.slice(from).search(/^[ \t]*\[/m);
  const table = text.slice(from, next === -1 ? undefined : from + next);
  const key = /^[ \t]*include[ \t]*=[ \t]*\[/m.exec(table);
  if (!key) return null;
  const open = from + key.index + key[0].length;
  const found = stringsIn(text, open);
  if (found === null || found.length !== entries.length) return null;
  const last = found[found.length - 1]!;
  const lineStart = text.lastIndexOf('\n', last.start - 1) + 1;
  const lead = text.slice(lineStart, last.start);
  return { entries, end: last.end, indent: lineStart > open && lead.trim() === '' ? lead : null };
}

/** The strings of an array up to its bracket; null where anything else stands in it. */
function stringsIn(text: string, open: number): { start: number; end: number }[] | null {
  const found: { start: number; end: number }[] = [];
  for (let at = open; at < text.length; at++) {
    const char = text[at]!;
    if (char === ']') return found;
    if (char === '#') at = text.indexOf('\n', at) === -1 ? text.length : text.indexOf('\n', at);
    else if (char === '"' || char === "'") {
      STRING.lastIndex = at;
      const match = STRING.exec(text);
      if (!match) return null;
      found.push({ start: at, end: STRING.lastIndex });
      at = STRING.lastIndex - 1;
    } else if (!/[\s,]/.test(char)) return null;
  }
  return null;
}
