import { parse } from 'yaml';
import { foldersAbove } from '../../../src/workspace/javascript/ignore-rules.ts';
import { dataOf, nodeAt, readJsonc } from '../../../src/workspace/javascript/read-jsonc.ts';
import { matches, segmentGlob } from '../../../src/workspace/javascript/segment-glob.ts';
import type { View } from '../../../src/workspace/view.ts';

/** The options that the project gives its formatter; null for one that is not set. */
export interface ProjectFormat {
  readonly width: number | null;
  readonly indent: string | null;
  readonly singleQuote: boolean | null;
  readonly semicolons: boolean | null;
  readonly space: boolean | null;
  readonly trailingComma: boolean | null;
}

type Table = Readonly<Record<string, unknown>>;

/** By prettier's or biome's configuration nearest above a file, then `.editorconfig`. One that is a program is not read. */
export function formatOf(view: View, path: string): ProjectFormat {
  const tables = [prettierOf(view, path) ?? biomeOf(view, path) ?? {}, editorconfigOf(view, path)];
  const first = <Value>(read: (table: Table) => Value | null): Value | null => {
    for (const table of tables) {
      const value = read(table);
      if (value !== null) return value;
    }
    return null;
  };
  return {
    width: first(({ printWidth }) => (typeof printWidth === 'number' ? printWidth : null)),
    indent: first(indentIn),
    singleQuote: first(({ singleQuote }) => flag(singleQuote)),
    semicolons: first(({ semi }) => flag(semi)),
    space: first(({ bracketSpacing }) => flag(bracketSpacing)),
    trailingComma: first(({ trailingComma }) => (typeof trailingComma === 'string' ? trailingComma !== 'none' : null)),
  };
}

const flag = (value: unknown): boolean | null => (typeof value === 'boolean' ? value : null);

function indentIn({ useTabs, tabWidth }: Table): string | null {
  if (useTabs === true) return '\t';
  return typeof tabWidth === 'number' ? ' '.repeat(Math.min(Math.max(tabWidth, 1), 16)) : null;
}

const isTable = (value: unknown): value is Table =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The folders from a file's own up to the workspace, each with a slash behind. */
const homesOf = (path: string): string[] => ['', ...foldersAbove(path).map((folder) => `${folder}/`)].reverse();

function prettierOf(view: View, path: string): Table | null {
  for (const home of homesOf(path)) {
    for (const name of [
      '.prettierrc',
      '.prettierrc.json',
      '.prettierrc.yaml',
      '.prettierrc.yml',
      '.prettierrc.json5',
    ]) {
      const table = view.file(home + name)?.state === 'text' ? parseLoose(view.text(home + name)) : null;
      if (table) return withOverrides(table, path.slice(home.length));
    }
    const own = nodeAt(readText(view, `${home}package.json`), 'prettier');
    if (own?.kind === 'object') return withOverrides(dataOf(own) as Table, path.slice(home.length));
  }
  return null;
}

const readText = (view: View, path: string) => (view.file(path)?.state === 'text' ? readJsonc(view.text(path)) : null);

/** JSON with comments, or YAML; anything else gives no options. */
function parseLoose(text: string): Table | null {
  const node = readJsonc(text);
  if (node) return isTable(dataOf(node)) ? (dataOf(node) as Table) : null;
  try {
    const value: unknown = parse(text, { maxAliasCount: 10 });
    return isTable(value) ? value : null;
  } catch {
    return null;
  }
}

function withOverrides(table: Table, path: string): Table {
  const overrides = Array.isArray(table.overrides) ? table.overrides.filter(isTable) : [];
  const fitting = overrides.filter(({ files }) =>
    [files]
      .flat()
      .some(
        (glob) => typeof glob === 'string' && matches(segmentGlob(glob.replace(/^\.\//, '')), path, { base: true }),
      ),
  );
  return Object.assign({}, table, ...fitting.map(({ options }) => options).filter(isTable));
}

/** Biome's options under prettier's names; biome's defaults are tabs and 80 columns. */
const formatterIn = ({ formatter }: Table): Table => (isTable(formatter) ? formatter : {});

function biomeOf(view: View, path: string): Table | null {
  for (const home of homesOf(path)) {
    const root = readText(view, `${home}biome.json`) ?? readText(view, `${home}biome.jsonc`);
    if (!root) continue;
    const table = dataOf(root) as Table;
    const javascript = isTable(table.javascript) ? table.javascript : {};
    const settings = { ...formatterIn(table), ...formatterIn(javascript) };
    return {
      printWidth: settings.lineWidth ?? 80,
      useTabs: (settings.indentStyle ?? 'tab') === 'tab',
      tabWidth: settings.indentWidth ?? 2,
      ...('quoteStyle' in settings ? { singleQuote: settings.quoteStyle === 'single' } : {}),
      ...('semicolons' in settings ? { semi: settings.semicolons === 'always' } : {}),
      ...('bracketSpacing' in settings ? { bracketSpacing: settings.bracketSpacing } : {}),
      ...('trailingCommas' in settings ? { trailingComma: settings.trailingCommas } : {}),
    };
  }
  return null;
}

function editorconfigOf(view: View, path: string): Table {
  const found: Record<string, string> = {};
  for (const home of homesOf(path)) {
    if (view.file(`${home}.editorconfig`)?.state !== 'text') continue;
    const { root, settings } = readEditorconfig(view.text(`${home}.editorconfig`), path.slice(home.length));
    for (const [key, value] of Object.entries(settings)) found[key] ??= value;
    if (root) break;
  }
  const width = Number(found.max_line_length);
  const size = Number(found.indent_size);
  return {
    ...(width > 0 ? { printWidth: width } : {}),
    ...(found.indent_style === undefined ? {} : { useTabs: found.indent_style === 'tab' }),
    ...(size > 0 ? { tabWidth: size } : {}),
  };
}

function readEditorconfig(text: string, path: string): { root: boolean; settings: Record<string, string> } {
  const settings: Record<string, string> = {};
  let root = false;
  let section: string | null = null;
  for (const line of text.split(/\r?\n/)) {
    const header = /^\s*\[(.+)\]\s*$/.exec(line)?.[1];
    const pair = /^\s*([\w-]+)\s*=\s*(.*?)\s*$/.exec(line);
    if (header !== undefined) section = header;
    else if (pair && section === null) root ||= pair[1] === 'root' && pair[2]!.toLowerCase() === 'true';
    else if (pair && section !== null && matches(segmentGlob(section), path, { base: true }))
      settings[pair[1]!.toLowerCase()] = pair[2]!.toLowerCase();
  }
  return { root, settings };
}
