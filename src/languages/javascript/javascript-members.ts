import { countLines } from '../../core/lines.ts';
import type { Unit } from '../../core/unit.ts';
import { groupStatements } from '../group-statements.ts';
import { childByField, childrenOf, isBroken, isNamed, kindOf, type Node, type Syntax, textOf } from '../syntax.ts';
import type { Description } from './describe-js-statement.ts';
import { usesOf } from './javascript-uses.ts';
import type { LexicalNames } from './lexical-names.ts';

const KINDS: Readonly<Record<string, string>> = {
  method_definition: 'method',
  method_signature: 'method',
  abstract_method_signature: 'method',
  public_field_definition: 'field',
  field_definition: 'field',
  class_static_block: 'static',
  index_signature: 'index',
};

/** The methods and fields of a class; neighbours of one name (overloads, a getter with its setter) are one. */
export function membersOf(
  syntax: Syntax,
  unit: Unit,
  descriptions: readonly Description[],
  names: LexicalNames,
): Unit[] {
  if (unit.kind !== 'class' || descriptions.length !== 1) return [];
  const body = childByField(syntax, descriptions[0]!.inner, 'body');
  if (body === -1) return [];
  const { groups } = groupStatements(
    syntax,
    childrenOf(syntax, body).filter((child) => isNamed(syntax, child)),
    syntax.start[body]! + 1,
  );
  const seen = new Map<string, number>();
  const members: Unit[] = [];
  for (const { nodes, start, end, body: range } of groups) {
    const main = nodes.find((node) => kindOf(syntax, node) !== 'decorator') ?? nodes[0]!;
    const name = memberName(syntax, main);
    const last = members[members.length - 1];
    const stop = Math.min(end, syntax.end[body]! - 1);
    if (last && last.name === name && last.kind === 'method') {
      members[members.length - 1] = extended(syntax, last, stop, range.end, names);
      continue;
    }
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    members.push({
      id: `${unit.id}::${name}${count > 1 ? `~${count}` : ''}`,
      kind: KINDS[kindOf(syntax, main)] ?? 'member',
      name,
      start,
      end: stop,
      body: range,
      lines: countLines(syntax.text.slice(start, stop)),
      defines: [{ name, spaces: ['value'], visibility: '', certain: true }],
      uses: usesOf(names, start, stop, new Set()),
      visibility: '',
      hazards: [],
      parent: unit.id,
      opaque: nodes.some((node) => isBroken(syntax, node)),
    });
  }
  return members;
}

const extended = (syntax: Syntax, unit: Unit, end: number, bodyEnd: number, names: LexicalNames): Unit => ({
  ...unit,
  end,
  body: { start: unit.body.start, end: bodyEnd },
  lines: countLines(syntax.text.slice(unit.start, end)),
  uses: usesOf(names, unit.start, end, new Set()),
});

function memberName(syntax: Syntax, node: Node): string {
  const name = childByField(syntax, node, 'name');
  const text = name === -1 ? (KINDS[kindOf(syntax, node)] ?? kindOf(syntax, node)) : textOf(syntax, name);
  return (text.match(/[\p{L}\p{N}_$.]+/gu) ?? ['member']).join(' ');
}
