import { isNamed, kindOf, type Node, type Syntax } from '../../languages/syntax.ts';
import type { Line, Span, Tone } from '../paint/line.ts';

/** The text's lines, coloured by what the leaves of its syntax tree are. */
export function highlight(syntax: Syntax): Line[] {
  const { text, size, after, start, end } = syntax;
  const lines: Line[] = [];
  let line: Span[] = [];
  let position = 0;
  const emit = (tone: Tone, until: number): void => {
    const parts = text.slice(position, until).split('\n');
    parts.forEach((part, i) => {
      if (i > 0) {
        lines.push(line);
        line = [];
      }
      const clean = part.endsWith('\r') ? part.slice(0, -1) : part;
      const last = line.at(-1);
      if (clean === '') return;
      if (last?.[0] === tone) line[line.length - 1] = [tone, last[1] + clean];
      else line.push([tone, clean]);
    });
    position = until;
  };
  for (let node = 0; node < size; node++) {
    const whole = WHOLE[kindOf(syntax, node)];
    if (whole === undefined && after[node] !== node + 1) continue;
    if (start[node]! < position || start[node] === end[node]) continue;
    const tone = whole ?? leafTone(syntax, node);
    if (tone === 'plain') continue;
    emit('plain', start[node]!);
    emit(tone, end[node]!);
  }
  emit('plain', text.length);
  if (line.length > 0) lines.push(line);
  return lines;
}

/** Nodes that have one colour whatever is inside. */
const WHOLE: Readonly<Record<string, Tone>> = {
  comment: 'comment',
  line_comment: 'comment',
  block_comment: 'comment',
  string_literal: 'string',
  raw_string_literal: 'string',
  char_literal: 'string',
  string: 'string',
  template_string: 'string',
  integer_literal: 'number',
  float_literal: 'number',
  integer: 'number',
  float: 'number',
  number: 'number',
  attribute_item: 'comment',
  inner_attribute_item: 'comment',
  decorator: 'comment',
};

const WORDS: Readonly<Record<string, Tone>> = {
  type_identifier: 'type',
  primitive_type: 'type',
  boolean_literal: 'number',
  true: 'number',
  false: 'number',
  none: 'number',
  self: 'keyword',
  crate: 'keyword',
  super: 'keyword',
  mutable_specifier: 'keyword',
  this: 'keyword',
};

const NAMING = new Set([
  'function_item',
  'function_definition',
  'function_declaration',
  'function_signature_item',
  'macro_definition',
]);
const CALLING = new Set(['call_expression', 'call', 'macro_invocation']);

function leafTone(syntax: Syntax, node: Node): Tone {
  const kind = kindOf(syntax, node);
  if (!isNamed(syntax, node)) return /^[a-z_]+$/.test(kind) ? 'keyword' : 'plain';
  const known = WORDS[kind];
  if (known !== undefined) return known;
  if (kind !== 'identifier') return 'plain';
  const parent = syntax.parent[node]!;
  if (parent === -1) return 'plain';
  const around = kindOf(syntax, parent);
  if (around === 'class_definition') return 'type';
  if (CALLING.has(around)) return syntax.start[parent] === syntax.start[node] ? 'function' : 'plain';
  return NAMING.has(around) && isFirstIdentifier(syntax, parent, node) ? 'function' : 'plain';
}

function isFirstIdentifier(syntax: Syntax, parent: Node, node: Node): boolean {
  for (let child = parent + 1; child < node; child = syntax.after[child]!)
    if (kindOf(syntax, child) === 'identifier') return false;
  return true;
}
