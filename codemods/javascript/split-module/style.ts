import type { Source } from './source.ts';

/** How the file writes imports. */
export interface Style {
  readonly quote: '"' | "'";
  readonly semicolon: ';' | '';
  readonly indent: string;
  readonly newline: string;
}

export function styleOf({ text, module, newline, pieces }: Source): Style {
  const [first] = module.imports;
  const double = first ? text[first.source.start] === '"' : count(text, /"/g) > count(text, /'/g);
  const ends = first
    ? [text[first.end - 1]]
    : pieces.filter(({ unit }) => /^(const|let|type|var)$/.test(unit.kind)).map(({ unit }) => text[unit.body.end - 1]);
  const semicolon = ends.length === 0 || ends.filter((end) => end === ';').length * 2 >= ends.length;
  const indent = /^(\t+| {2,8})\S/m.exec(text)?.[1] ?? '  ';
  return {
    quote: double ? '"' : "'",
    semicolon: semicolon ? ';' : '',
    indent: indent.startsWith('\t') ? '\t' : indent,
    newline,
  };
}

const count = (text: string, pattern: RegExp): number => [...text.matchAll(pattern)].length;

const WIDTH = 80;

/** `import D, { a, b }` and the tail ` from './x';`, broken over lines where it would be too wide. @param head `import`, `export type` … */
export function nameList(style: Style, head: string, lead: string, names: readonly string[], tail: string): string {
  if (names.length === 0) return `${head} ${lead === '' ? '{}' : lead}${tail}`;
  const before = lead === '' ? `${head} {` : `${head} ${lead}, {`;
  const line = `${before} ${names.join(', ')} }${tail}`;
  if (line.length <= WIDTH) return line;
  return [before, ...names.map((name) => `${style.indent}${name},`), `}${tail}`].join(style.newline);
}

export const fromTail = (style: Style, name: string): string =>
  ` from ${style.quote}${name}${style.quote}${style.semicolon}`;
