import type { Range } from '../../../../core/range.ts';
import { parse } from '../../../../languages/parse.ts';
import { childByField, kindOf, type Node, namedChildrenOf, type Syntax, textOf } from '../../../../languages/syntax.ts';
import type { Stage } from '../../prover.ts';

/** Places of a script that is to be laid out. */
export interface Marks {
  /** Behind its directives and the line for the shell: what stands there is evaluated first, and changes no directive. */
  readonly place: number;
  /** Names of modules, without their quotes, in order. */
  readonly names: readonly Range[];
}

const known = new WeakMap<Stage, Map<string, Marks>>();

/** Most scripts are the same in both states, so that each text is parsed once for a stage. */
export function marksIn(stage: Stage, text: string): Marks {
  const marks = known.get(stage) ?? new Map<string, Marks>();
  known.set(stage, marks);
  const found = marks.get(text) ?? readMarks(text);
  marks.set(text, found);
  return found;
}

function readMarks(text: string): Marks {
  const syntax = parse(text, 'tsx');
  const names = moduleNames(syntax).map((node) => ({ start: syntax.start[node]! + 1, end: syntax.end[node]! - 1 }));
  return { place: behindDirectives(syntax), names };
}

/** Anything but comments before `'use strict'` makes it a string. */
function behindDirectives(syntax: Syntax): number {
  let place = 0;
  for (const statement of namedChildrenOf(syntax, 0)) {
    const kind = kindOf(syntax, statement);
    if (isDirective(syntax, statement)) place = syntax.end[statement]!;
    // What follows it stands on a line of its own.
    else if (kind === 'hash_bang_line') place = syntax.end[statement]! + 1;
    else if (kind !== 'comment') break;
  }
  return place;
}

const isDirective = (syntax: Syntax, statement: Node): boolean =>
  kindOf(syntax, statement) === 'expression_statement' &&
  namedChildrenOf(syntax, statement).every((child) => kindOf(syntax, child) === 'string');

function moduleNames(syntax: Syntax): Node[] {
  const found: Node[] = [];
  for (let node = 1; node < syntax.size; node++) {
    if (kindOf(syntax, node) !== 'string') continue;
    const up = syntax.parent[node]!;
    const call = syntax.parent[up] ?? -1;
    const isSource =
      /^(import|export)_statement$/.test(kindOf(syntax, up)) && childByField(syntax, up, 'source') === node;
    const isCall =
      call >= 0 &&
      kindOf(syntax, call) === 'call_expression' &&
      /^(import|require)$/.test(textOf(syntax, childByField(syntax, call, 'function')));
    if (isSource || isCall) found.push(node);
  }
  return found;
}
