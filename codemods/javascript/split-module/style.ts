import type { ModuleForm } from '../../../src/languages/javascript/read-links.ts';
import type { View } from '../../../src/workspace/view.ts';
import { formatOf } from './project-format.ts';
import type { Source } from './source.ts';

/** How the file writes imports. */
export interface Style {
  /** `import … from` or `const … = require(…)`. */
  readonly form: ModuleForm;
  readonly quote: '"' | "'";
  readonly semicolon: ';' | '';
  readonly indent: string;
  readonly newline: string;
  /** Columns that a line may have. */
  readonly width: number;
  /** `{ a }` or `{a}`. */
  readonly space: ' ' | '';
  /** Behind the last name of a list that is broken over lines. */
  readonly comma: ',' | '';
}

/** The file's own habits where it shows them, else the options of the project's formatter. */
export function styleOf(view: View, { path, form, text, module, newline, pieces }: Source): Style {
  const configured = formatOf(view, path);
  const [first] = module.imports;
  const double = first
    ? text[first.source.start] === '"'
    : configured.singleQuote === null
      ? count(text, /"/g) > count(text, /'/g)
      : !configured.singleQuote;
  const ends = first
    ? [text[first.end - 1]]
    : pieces.filter(({ unit }) => /^(const|let|type|var)$/.test(unit.kind)).map(({ unit }) => text[unit.body.end - 1]);
  const usual = configured.semicolons ?? true;
  const semicolon = ends.length === 0 ? usual : ends.filter((end) => end === ';').length * 2 >= ends.length;
  const indent = /^(\t+| {2,8})\S/m.exec(text)?.[1] ?? configured.indent ?? '  ';
  const tight = /\{[\w$]/.test(module.imports.map(({ start, end }) => text.slice(start, end)).join('\n'));
  return {
    form,
    quote: double ? '"' : "'",
    semicolon: semicolon ? ';' : '',
    indent: indent.startsWith('\t') ? '\t' : indent,
    newline,
    width: configured.width ?? WIDTH,
    space: tight || configured.space === false ? '' : ' ',
    comma: configured.trailingComma === false ? '' : ',',
  };
}

const count = (text: string, pattern: RegExp): number => [...text.matchAll(pattern)].length;

const WIDTH = 80;

/** `import D, { a, b }` and the tail ` from './x';`, broken over lines where it would be too wide. @param head `import`, `export type` … */
export function nameList(style: Style, head: string, lead: string, names: readonly string[], tail: string): string {
  if (names.length === 0) return `${head} ${lead === '' ? '{}' : lead}${tail}`;
  const before = lead === '' ? `${head} {` : `${head} ${lead}, {`;
  const line = `${before}${style.space}${names.join(', ')}${style.space}}${tail}`;
  // Formatters leave a single name on its line, however long that is.
  if (line.length <= style.width || (names.length === 1 && lead === '' && !names[0]!.includes('\n'))) return line;
  const rows = names.map((name, i) => `${style.indent}${name}${i < names.length - 1 ? ',' : style.comma}`);
  return [before, ...rows, `}${tail}`].join(style.newline);
}

export const fromTail = (style: Style, name: string): string =>
  style.form === 'commonjs'
    ? ` = require(${style.quote}${name}${style.quote})${style.semicolon}`
    : ` from ${style.quote}${name}${style.quote}${style.semicolon}`;

/** Loads a module without taking a name from it. */
export const bareImport = (style: Style, name: string): string =>
  style.form === 'commonjs'
    ? `require(${style.quote}${name}${style.quote})${style.semicolon}`
    : `import ${style.quote}${name}${style.quote}${style.semicolon}`;
