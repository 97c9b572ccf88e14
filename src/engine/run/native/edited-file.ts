import type { NapiConfig, SgNode } from '@ast-grep/napi';
import type { CodemodFile } from '../../../../codemods/define-file-codemod.ts';
import { type TreeLanguage, treeLanguageOf } from '../../../languages/tree-language.ts';
import { behindMark } from '../behind-mark.ts';
import { depthAt, shifted } from '../rules/indent.ts';
import type { RunFileState } from '../step-run.ts';
import { openTrees } from '../trees.ts';
import { importEdit } from './imports/import-edit.ts';

export interface FileEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What a codemod has said of a file so far. */
export interface Made {
  readonly edits: FileEdit[];
  /** null: it stays where it is. */
  movedTo: string | null;
}

/** A codemod refuses a file. */
export class Refused extends Error {}

/** The file that a codemod is handed, and where what it says is collected. */
export function editedFile(state: RunFileState, language: TreeLanguage): { file: CodemodFile; made: Made } {
  const { text, relative, records, others } = state;
  const root = state.trees.rootOf(text, language);
  const made: Made = { edits: [], movedTo: null };
  const added = new Set<string>();
  const lineEnd = /^[^\n]*\r\n/.test(text) ? '\r\n' : '\n';
  const put = (start: number, end: number, written: string): void => {
    made.edits.push(behindMark(text, { start, end, text: written.replace(/\r?\n/g, lineEnd) }));
  };
  const file: CodemodFile = {
    path: relative,
    text,
    language,
    root,
    findAll: (rule) => root.findAll(rule as NapiConfig),
    matched: (node, name) => matched(text, node, name),
    replace: (node, written) => {
      const { start, end } = node.range();
      put(start.index, end.index, shifted(written, '', depthAt(text, start.index)));
    },
    remove: (node) => {
      const [start, end] = lineAround(text, node.range().start.index, node.range().end.index);
      put(start, end, '');
    },
    insertBefore: (node, written) => {
      const { start, depth } = lineOf(text, node);
      put(start, start, `${depth}${indented(written, depth)}\n`);
    },
    insertAfter: (node, written) => {
      const { depth } = lineOf(text, node);
      const end = text.indexOf('\n', node.range().end.index);
      const lines = `${depth}${indented(written, depth)}`;
      if (end === -1) put(text.length, text.length, `\n${lines}`);
      else put(end + 1, end + 1, `${lines}\n`);
    },
    addImport: (wanted) => {
      const key = JSON.stringify([wanted.module, wanted.name, wanted.as, wanted.typeOnly === true]);
      const edit = added.has(key) ? null : importEdit(root, text, language, wanted);
      added.add(key);
      if (edit !== null) put(edit.start, edit.end, edit.text);
    },
    edit: put,
    moveTo: (path) => {
      made.movedTo = path;
    },
    exists: others.exists,
    read: others.read,
    tree: (path) => {
      const read = treeLanguageOf(path);
      const source = read === null ? null : others.read(path);
      // Not one of the trees that are counted: those are of the files that a run goes over.
      return source === null ? null : openTrees().rootOf(source, read!);
    },
    leave: (node, why) => {
      records.stats('left as it is');
      records.report(`line ${node.range().start.line + 1} stays as it is: ${why}`);
    },
    refuse: (why) => {
      throw new Refused(why);
    },
    report: records.report,
    count: records.stats,
  };
  return { file, made };
}

function matched(text: string, node: SgNode, name: string): string | null {
  const one = node.getMatch(name);
  const nodes = one === null ? node.getMultipleMatches(name) : [one];
  if (nodes.length === 0) return null;
  const start = nodes[0]!.range().start.index;
  return shifted(text.slice(start, nodes.at(-1)!.range().end.index), depthAt(text, start), '');
}

function lineOf(text: string, node: SgNode): { start: number; depth: string } {
  const start = text.lastIndexOf('\n', node.range().start.index - 1) + 1;
  return { start, depth: depthAt(text, node.range().start.index) };
}

const indented = (made: string, depth: string): string =>
  made
    .split('\n')
    .map((line, i) => (i === 0 || line === '' ? line : depth + line))
    .join('\n');

/** A range, widened to its whole lines where nothing but blanks stands around it. */
function lineAround(text: string, start: number, end: number): readonly [number, number] {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const newline = text.indexOf('\n', end);
  const to = newline === -1 ? text.length : newline;
  const isAlone = text.slice(from, start).trim() === '' && text.slice(end, to).trim() === '';
  return isAlone ? [from, newline === -1 ? to : to + 1] : [start, end];
}
