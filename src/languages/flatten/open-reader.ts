import type { Kinds } from '../syntax.ts';
import type { FlatTree } from './flat-tree.ts';

/** Reads texts by one grammar, one after the other. */
export interface Reader {
  readonly kinds: Kinds;
  /** The whole tree; null where it takes longer than so many microseconds. Throws where memory does not suffice. */
  readonly read: (text: string, microseconds: number) => FlatTree | null;
}

/** What scripts/grammars/reader.c exports. Addresses are numbers; 0 is none. */
interface Program {
  readonly memory: WebAssembly.Memory;
  readonly _initialize: () => void;
  readonly room: (bytes: number) => number;
  readonly read: (microseconds: number) => number;
  readonly kindCount: () => number;
  readonly kindName: (kind: number) => number;
  readonly isNamed: (kind: number) => number;
  readonly fieldCount: () => number;
  readonly fieldName: (field: number) => number;
}

export const ERROR_KIND = 0;

/** Memory of a program never shrinks: one that read a very large text is left to the collector, and the next text starts another. */
const MOST_KEPT = 16 * 2 ** 20;

/** @param now milliseconds */
export function openReader(module: WebAssembly.Module, now: () => number): Reader {
  let program: Program | null = start(module, now);
  const kinds = kindsOf(program);
  return {
    kinds,
    read: (text, microseconds) => {
      const used = program ?? start(module, now);
      // Left in the midst of its work by what it throws, it would be of no use any more.
      program = null;
      const tree = readWith(used, text, microseconds);
      if (used.memory.buffer.byteLength <= MOST_KEPT) program = used;
      return tree;
    },
  };
}

function start(module: WebAssembly.Module, now: () => number): Program {
  const refuse = (): never => {
    throw new Error('a parser opens no files');
  };
  const files = { fd_close: refuse, fd_seek: refuse, fd_write: refuse };
  const { exports } = new WebAssembly.Instance(module, { host: { now }, wasi_snapshot_preview1: files });
  const program = exports as Program;
  program._initialize();
  return program;
}

/** Names are read once: kinds have the grammar's own numbers, those that no node has are empty. */
function kindsOf(program: Program): Kinds {
  const { memory, kindCount, kindName, isNamed, fieldCount, fieldName } = program;
  const numbers = (count: number): number[] => Array.from({ length: count }, (_, number) => number);
  return {
    names: numbers(kindCount()).map((kind) => (kind === ERROR_KIND ? 'ERROR' : nameAt(memory, kindName(kind)))),
    named: numbers(kindCount()).map((kind) => (kind === ERROR_KIND || isNamed(kind) === 1 ? 1 : 0)),
    fields: numbers(fieldCount() + 1).map((field) => (field === 0 ? null : nameAt(memory, fieldName(field)))),
  };
}

function nameAt({ buffer }: WebAssembly.Memory, address: number): string {
  if (address === 0) return '';
  const bytes = Buffer.from(buffer, address);
  return internalized(bytes.toString('utf8', 0, bytes.indexOf(0)));
}

/** The one copy that the engine keeps of a key, as of each literal: comparing it with a literal compares two addresses. */
const internalized = (name: string): string => Object.keys({ [name]: 0 })[0]!;

function readWith(program: Program, text: string, microseconds: number): FlatTree | null {
  const room = program.room(text.length * 2);
  Buffer.from(program.memory.buffer).write(text, room, 'utf16le');
  const address = program.read(microseconds);
  return address === 0 ? null : columnsAt(program.memory.buffer, address);
}

/** Copies of the columns (scripts/grammars/columns.h): the next text takes their place. */
function columnsAt(buffer: ArrayBuffer, address: number): FlatTree {
  const [size, errorCount, kind, begin, end, parent, after, field, errors] = new Uint32Array(buffer, address, 9);
  const count = size!;
  return {
    size: count,
    kind: new Uint16Array(buffer, kind, count).slice(),
    start: new Uint32Array(buffer, begin, count).slice(),
    end: new Uint32Array(buffer, end, count).slice(),
    parent: new Int32Array(buffer, parent, count).slice(),
    after: new Uint32Array(buffer, after, count).slice(),
    field: new Uint16Array(buffer, field, count).slice(),
    errors: [...new Uint32Array(buffer, errors, errorCount)],
  };
}
