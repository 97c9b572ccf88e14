import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import type { Crash, FileRead } from './run.ts';

const GRAMMARS = ['tree-sitter', 'tree-sitter-rust', 'tree-sitter-python', 'tree-sitter-typescript'];

/** The result as a page: a table by grammar, then whatever went wrong. */
export function renderCrashes(read: readonly FileRead[], crashes: readonly Crash[]): string {
  const grammars = [...new Set(read.map(({ grammar }) => grammar))].sort();
  const rows = grammars.map((grammar) =>
    row(
      grammar,
      read.filter((each) => each.grammar === grammar),
    ),
  );
  const failures = read.flatMap(({ path, failed }) => failed.map((reason) => `- failed: \`${path}\` ${reason}`));
  const peak = read.reduce((most, { rss }) => Math.max(most, rss), 0);
  return `${[
    `${new Date().toISOString().slice(0, 10)}, ${versions()}, ${cpus()[0]!.model}.`,
    '',
    '| grammar | files | MB | lines | not text | partial | failed facts | slowest, ms | s in all |',
    '|---|---|---|---|---|---|---|---|---|',
    ...rows,
    row('**all**', read),
    '',
    `${crashes.length} crashes. Peak memory of a process: ${Math.round(peak / 2 ** 20)} MB.`,
    ...crashes.map(({ path, how }) => `- crash: \`${path}\` ${how}`),
    ...failures,
  ].join('\n')}\n`;
}

function row(name: string, files: readonly FileRead[]): string {
  const sum = (value: (file: FileRead) => number): number => files.reduce((total, file) => total + value(file), 0);
  const count = (of: (file: FileRead) => boolean): string => grouped(files.filter(of).length);
  const cells = [
    name,
    grouped(files.length),
    (sum(({ bytes }) => bytes) / 1e6).toFixed(1),
    grouped(sum(({ lines }) => lines)),
    count(({ state }) => state !== 'text'),
    count(({ partial }) => partial),
    grouped(sum(({ failed }) => failed.length)),
    grouped(files.reduce((most, { ms }) => Math.max(most, ms), 0)),
    grouped(Math.round(sum(({ ms }) => ms) / 1000)),
  ];
  return `| ${cells.join(' | ')} |`;
}

const grouped = (value: number): string => value.toLocaleString('en-US');

function versions(): string {
  const root = new URL('../../../../', import.meta.url);
  const read = (path: string): { version: string } => JSON.parse(readFileSync(new URL(path, root), 'utf8'));
  const grammars = GRAMMARS.map((name) => `${name} ${read(`node_modules/${name}/package.json`).version}`);
  return [`omni-refactor ${read('package.json').version}`, `Node ${process.version.slice(1)}`, ...grammars].join(', ');
}
