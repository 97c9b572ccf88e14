import { readFileSync } from 'node:fs';
import { lineAt, lineStartsOf } from '../../src/core/lines.ts';
import type { Unit } from '../../src/core/unit.ts';
import { parse } from '../../src/languages/parse.ts';
import { outlineRust } from '../../src/languages/rust/outline.ts';
import { rustcItems } from './rustc-items.ts';

const WORDS: Readonly<Record<string, string>> = {
  Fn: 'fn',
  MacCall: 'macro-call',
  Use: 'use',
  Impl: 'impl',
  ForeignMod: 'extern-block',
  MacroDef: 'macro',
  Const: 'const',
  Mod: 'mod',
  ExternCrate: 'extern-crate',
  Struct: 'struct',
  Enum: 'enum',
  Union: 'union',
  Trait: 'trait',
  TyAlias: 'type',
  Static: 'static',
};

export interface Comparison {
  readonly items: number;
  /** Kind and span where the two lists differ first; null if they are equal; `rejected` if rustc cannot parse the file. */
  readonly difference: string | null;
  readonly rejected: boolean;
}

/** Compares kind, order and exact span of all top-level items of a file with rustc's own parse. */
export function compareItems(file: string, edition: string): Comparison {
  const theirs = rustcItems(file, edition);
  if (theirs === null) return { items: 0, difference: null, rejected: true };
  const text = readFileSync(file, 'utf8');
  const ours = outlineRust(parse(text, 'rust')).units.map((unit) => printUnit(unit, text));
  const expected = theirs.map(({ kind, span }) => `${WORDS[kind] ?? kind} ${span}`);
  const at = expected.findIndex((item, i) => item !== ours[i]);
  const first = at === -1 && ours.length > expected.length ? expected.length : at;
  return {
    items: expected.length,
    rejected: false,
    difference: first === -1 ? null : `rustc ${expected[first]}, here ${ours[first]}`,
  };
}

function printUnit(unit: Unit, text: string): string {
  const starts = lineStartsOf(text);
  const place = (offset: number): string => {
    const line = lineAt(starts, offset);
    const before = text.slice(starts[line - 1]!, offset).replace(/^\uFEFF/, '');
    return `${line}:${[...before].length + 1}`;
  };
  return `${unit.kind} ${place(unit.body.start)}: ${place(unit.body.end)}`;
}
