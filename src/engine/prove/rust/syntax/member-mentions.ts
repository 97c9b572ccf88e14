import type { MacroDefinition, MacroDefinitions } from '../../../../../analyzers/readings/rust/macro-definitions.ts';
import { tokenCalls } from '../../../../../analyzers/readings/rust/token-calls.ts';
import { kindOf, type Node, type Syntax, textOf } from '../../../../languages/syntax.ts';
import { closedModules } from './closed-modules.ts';
import type { PartScope } from './part-scope.ts';

/** A place that calls or names something which a trait may bring: `x.name(..)`, `Type::name`. */
export interface Mention {
  readonly name: string;
  readonly at: number;
  /** It cannot be the method of a type of the standard library: `write!` to a string. */
  readonly certain: boolean;
  /** Behind a dot, and in the file's own text. */
  readonly isMethod: boolean;
}

// What the library's macros call on their first argument.
const CALLED_BY: Readonly<Record<string, readonly string[]>> = {
  write: ['write_fmt', 'write_str'],
  writeln: ['write_fmt', 'write_str'],
};

/** The members that a file mentions, those in the bodies of macros that it calls too. */
export function mentionsOf({ syntax, outline }: PartScope, definitions: MacroDefinitions): Mention[] {
  // A macro speaks where it is called; a module that does not see this one has its own traits.
  const apart = [...outline.units.filter(({ kind }) => kind === 'macro'), ...closedModules(syntax)];
  const isApart = (at: number): boolean => apart.some(({ start, end }) => start <= at && at < end);
  const own = membersBetween(syntax, 0, syntax.size).filter(({ at }) => !isApart(at));
  const found = new Map<string, Mention>();
  const calls = tokenCalls(syntax, 0, syntax.size).filter(({ node }) => !isApart(syntax.start[node]!));
  const seen = new Set<string>();
  for (const { name, node } of calls) {
    const at = syntax.start[node]!;
    if (seen.has(name)) continue;
    seen.add(name);
    for (const member of calledThrough(name, definitions))
      found.set(member, { name: member, at, certain: false, isMethod: false });
  }
  for (const { name, node, tree } of calls)
    if (Object.hasOwn(CALLED_BY, name) && writesToBuffer(syntax, node, tree))
      found.set('write_fmt', { name: 'write_fmt', at: syntax.start[node]!, certain: true, isMethod: false });
  return [...own, ...found.values()];
}

function calledThrough(first: string, definitions: MacroDefinitions): string[] {
  const names = new Set([first]);
  const found: string[] = [];
  for (const name of names) {
    if (Object.hasOwn(CALLED_BY, name)) found.push(...CALLED_BY[name]!);
    for (const definition of definitions(name)) {
      const { syntax, node } = definition;
      found.push(...membersOfBody(definition).map((one) => one.name));
      for (const call of tokenCalls(syntax, node + 1, syntax.after[node]!)) names.add(call.name);
    }
  }
  return found;
}

const membersOfBody = ({ syntax, node }: MacroDefinition): Mention[] =>
  membersBetween(syntax, node + 1, syntax.after[node]!);

function membersBetween(syntax: Syntax, from: Node, to: Node): Mention[] {
  const found: Mention[] = [];
  for (let node = from; node < to; node++) {
    const kind = kindOf(syntax, node);
    if (kind !== 'field_identifier' && kind !== 'identifier') continue;
    if (isMember(syntax, node))
      found.push({
        name: textOf(syntax, node).replace(/^r#/, ''),
        at: syntax.start[node]!,
        certain: false,
        isMethod: /\.\s*$/.test(syntax.text.slice(Math.max(0, syntax.start[node]! - 80), syntax.start[node]!)),
      });
  }
  return found;
}

/** Behind a dot and called, or behind `Type::`. Fields, and what stands behind a module's name, are none. */
function isMember({ text, start, end }: Syntax, node: Node): boolean {
  const before = text.slice(Math.max(0, start[node]! - 80), start[node]!);
  if (/(?:^|[^.])\.\s*$/.test(before)) return /^\s*(?:\(|::)/.test(text.slice(end[node]!, end[node]! + 12));
  return /(?:\b\p{Lu}[\p{XID_Continue}]*|>|\]|\)|\b(?:[iu](?:8|16|32|64|128|size)|f(?:32|64)|bool|char|str))\s*::\s*$/u.test(
    before,
  );
}

/** The first argument is a local that this function makes or takes as a string or a vector of bytes: only a trait can write to these. */
function writesToBuffer({ text, start, end }: Syntax, node: Node, tree: Node): boolean {
  const name = /^[([{]\s*(?:&\s*mut\s+)?([\p{XID_Start}_][\p{XID_Continue}]*)\s*,/u.exec(
    text.slice(start[tree]!, end[tree]!),
  )?.[1];
  if (name === undefined) return false;
  const before = text.slice(0, start[node]!);
  const own = before.slice(Math.max(0, before.lastIndexOf('fn ')));
  const made = String.raw`\blet\s+mut\s+${name}(?:\s*:\s*(?:String|Vec<u8>))?\s*=\s*(?:String|Vec)::`;
  const taken = String.raw`\b${name}\s*:\s*&\s*(?:'\w+\s+)?mut\s+(?:String|Vec<u8>)\s*[,)]`;
  return new RegExp(`${made}|${taken}`, 'u').test(own);
}
