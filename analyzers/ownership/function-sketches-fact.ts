import { lineAt, lineStartsOf } from '../../src/core/lines.ts';
import { defineFact } from '../../src/languages/fact.ts';
import { childByField, kindOf, type Node, type Syntax, textOf } from '../../src/languages/syntax.ts';

/** A function by the smallest of the hashes of all runs of five tokens. */
export interface FunctionSketch {
  readonly name: string;
  readonly line: number;
  /** Ascending. */
  readonly sketch: readonly number[];
}

const LEAST_TOKENS = 60;
const RUN = 5;
const SIZE = 48;

/** Sketches of the functions that are long enough to be told from others. */
export const functionSketches = defineFact<FunctionSketch[], null>({
  id: 'function-sketches',
  version: 1,
  languages: ['rust', 'python', 'javascript'],
  start: () => null,
  finish: (_state: null, syntax: Syntax) => sketchesOf(syntax),
});

const FUNCTIONS = /^(?:function_item|function_definition|function_declaration|method_definition)$/;

function sketchesOf(syntax: Syntax): FunctionSketch[] {
  const starts = lineStartsOf(syntax.text);
  const found: FunctionSketch[] = [];
  for (let node = 1; node < syntax.size; node++) {
    if (!FUNCTIONS.test(kindOf(syntax, node))) continue;
    const body = childByField(syntax, node, 'body');
    const tokens = body === -1 ? [] : tokensOf(syntax, body);
    if (tokens.length < LEAST_TOKENS) continue;
    const name = textOf(syntax, childByField(syntax, node, 'name'));
    found.push({ name, line: lineAt(starts, syntax.start[node]!), sketch: sketchOf(tokens) });
  }
  return found;
}

/** Comments say nothing; a string is one token, and any number is the same. */
function tokensOf(syntax: Syntax, body: Node): string[] {
  const tokens: string[] = [];
  for (let node = body; node < syntax.after[body]!; ) {
    const kind = kindOf(syntax, node);
    const isWhole = /comment$|^string|^raw_string|^template_string/.test(kind);
    if (!isWhole && syntax.after[node]! > node + 1) {
      node += 1;
      continue;
    }
    if (!/comment$/.test(kind)) tokens.push(/^(?:integer|float|number)/.test(kind) ? '0' : textOf(syntax, node));
    node = syntax.after[node]!;
  }
  return tokens;
}

function sketchOf(tokens: readonly string[]): number[] {
  const marks = new Set<number>();
  for (let at = 0; at + RUN <= tokens.length; at++) marks.add(hashOfText(tokens.slice(at, at + RUN).join(' ')));
  return [...marks].sort((a, b) => a - b).slice(0, SIZE);
}

/** FNV-1a, 32 bits. */
function hashOfText(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
