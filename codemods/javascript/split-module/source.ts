import type { HazardId } from '../../../src/core/hazards/index.ts';
import type { Range } from '../../../src/core/range.ts';
import type { Refusal } from '../../../src/core/refusal.ts';
import type { Outline, Unit } from '../../../src/core/unit.ts';
import { analyzeNames } from '../../../src/languages/javascript/analyze-names.ts';
import type { LexicalNames } from '../../../src/languages/javascript/lexical-names.ts';
import type { LoadUnit } from '../../../src/languages/javascript/load-units.ts';
import { moduleLoading } from '../../../src/languages/javascript/module-loading.ts';
import { javascriptOutline } from '../../../src/languages/javascript/outline.ts';
import type { RequireStatement } from '../../../src/languages/javascript/read-commonjs.ts';
import { type ModuleForm, type Links as ModuleLinks, readLinks } from '../../../src/languages/javascript/read-links.ts';
import { statementsOf } from '../../../src/languages/javascript/statements-of.ts';
import { childrenOf, type Node, type Syntax } from '../../../src/languages/syntax.ts';
import { oncePerFile } from '../../../src/workspace/once-per-file.ts';
import type { View } from '../../../src/workspace/view.ts';
import { cutOf } from '../../cut-of.ts';
import { type ImportStatement, type ModuleSyntax, readModule } from './read-module.ts';

/** A unit with its place in the tree. */
export interface Piece {
  readonly unit: Unit;
  readonly index: number;
  /** Statements of the unit. */
  readonly nodes: readonly Node[];
  /** What leaves with it: whole lines, the loose comments above it, the blank lines below. */
  readonly cut: Range;
}

/** The file that is split, read once. */
export interface Source {
  readonly path: string;
  readonly form: ModuleForm;
  readonly text: string;
  readonly syntax: Syntax;
  readonly outline: Outline;
  readonly names: LexicalNames;
  readonly module: ModuleSyntax;
  /** Imports and exports by the tree, with what each asks for. */
  readonly requests: ModuleLinks['requests'];
  /** The units as their loading sees them, in the order of `pieces`. */
  readonly loads: readonly LoadUnit[];
  /** Top-level units in source order. */
  readonly pieces: readonly Piece[];
  readonly newline: '\n' | '\r\n';
}

export const readSource = oncePerFile((view: View, path: string): Source | Refusal => {
  const outline = view.facts(path, javascriptOutline);
  const whole = { start: 0, end: 0 };
  if (outline.status === 'failed')
    return refuse({ path }, 'P2', whole, outline.reason, 'Name a JavaScript or TypeScript file that can be read.');
  const text = view.text(path);
  const loading = view.facts(path, moduleLoading);
  const syntax = view.syntax(path);
  const module = readModule(path, text);
  const error = syntax.errors[0];
  const place = error === undefined ? whole : rangeOf(syntax, error);
  if (typeof module === 'string' || outline.value.partial)
    return refuse(
      { path },
      'J13',
      place,
      typeof module === 'string' ? `the parser reports: ${module}` : 'the parser does not understand this place',
      'Fix the syntax, or split the file by hand.',
    );
  const names = analyzeNames(syntax);
  const links = readLinks(syntax, names);
  return {
    path,
    form: links.form,
    text,
    syntax,
    outline: outline.value,
    names,
    module: links.common === null ? module : { ...module, imports: links.common.requires.map(asImport) },
    requests: links.requests,
    loads: loading.status === 'failed' ? [] : loading.value.units,
    pieces: toPieces(text, syntax, outline.value),
    newline: text.includes('\r\n') ? '\r\n' : '\n',
  };
});

function toPieces(text: string, syntax: Syntax, outline: Outline): Piece[] {
  const units = [...outline.units].sort((a, b) => a.start - b.start);
  const top = childrenOf(syntax, 0);
  const statements = statementsOf(syntax);
  let floor = outline.header.end;
  return units.map((unit, index) => {
    const nodes = statements.filter((node) => syntax.start[node]! >= unit.start && syntax.end[node]! <= unit.end);
    const own = cutOf(text, unit, floor);
    // A banner between blank lines applies to what follows it.
    const loose = top.find((node) => syntax.start[node]! >= floor && syntax.end[node]! <= unit.start);
    const start = loose === undefined ? own.start : cutOf(text, rangeOf(syntax, loose), floor).start;
    floor = own.end;
    return { unit, index, nodes, cut: { start, end: own.end } };
  });
}

/** A `require` at the head of a CommonJS module is its import. */
const asImport = ({ start, end, source, from, names }: RequireStatement): ImportStatement => ({
  start,
  end,
  typeOnly: false,
  source,
  from,
  specifiers: names.map(({ local, other, ...range }) => ({
    ...range,
    form: other === '*' ? 'namespace' : 'named',
    local,
    other,
    typeOnly: false,
  })),
});

const rangeOf = (syntax: Syntax, node: Node): Range => ({ start: syntax.start[node]!, end: syntax.end[node]! });

/** Keeps a line of code short where a hazard stands: who, where, why, what to do. */
export const refuse = (
  source: { readonly path: string },
  hazard: HazardId,
  place: Range,
  why: string,
  whatToDo: string,
): Refusal => ({ hazard, path: source.path, start: place.start, end: place.end, why, whatToDo });
