import type { Range } from '../../core/range.ts';
import { childByField, kindOf, type Node, type Syntax, textOf } from '../syntax.ts';
import { readImports } from './read-imports.ts';

/**
 * Where code looks up its own source by the module that `__module__` names: a part that goes by the facade's name is not looked into.
 * `typeguard.typechecked` leaves a function without checks then, pydantic's `use_attribute_docstrings` fields without descriptions; both
 * say nothing. Classes of the file that derive from one that asks for it count too.
 */
export function sourceReaders(syntax: Syntax): Range[] {
  const names = typeguards(syntax);
  const found: Range[] = [];
  const asking = new Set<string>();
  for (let node = 1; node < syntax.size; node++) {
    const kind = kindOf(syntax, node);
    const reads = kind === 'decorator' ? isOneOf(syntax, node, names) : asks(syntax, node);
    if (reads) found.push(rangeOf(syntax, node));
    if (kind !== 'class_definition') continue;
    const name = childByField(syntax, node, 'name');
    const derived = derives(syntax, node, asking);
    if (derived) found.push(rangeOf(syntax, name));
    if (derived || asksIn(syntax, node)) asking.add(textOf(syntax, name));
  }
  return found;
}

const isOneOf = (syntax: Syntax, decorator: Node, names: ReadonlySet<string>): boolean =>
  names.has(/^@\s*([\w.]+)/.exec(textOf(syntax, decorator))?.[1] ?? '');

function derives(syntax: Syntax, definition: Node, from: ReadonlySet<string>): boolean {
  const bases = childByField(syntax, definition, 'superclasses');
  return bases !== -1 && (textOf(syntax, bases).match(/\w+/g) ?? []).some((name) => from.has(name));
}

const rangeOf = (syntax: Syntax, node: Node): Range => ({ start: syntax.start[node]!, end: syntax.end[node]! });

/** As this file spells it: `typechecked`, `tg.typechecked`. */
function typeguards(syntax: Syntax): ReadonlySet<string> {
  const names = new Set<string>();
  if (!syntax.text.includes('typeguard')) return names;
  for (const item of readImports(syntax))
    for (const { name, alias } of item.names) {
      if (item.kind === 'import' && name === 'typeguard') names.add(`${alias ?? name}.typechecked`);
      if (item.kind === 'from' && item.module === 'typeguard' && name === 'typechecked') names.add(alias ?? name);
    }
  return names;
}

/** `use_attribute_docstrings = True`, as a keyword or in a class body. */
function asks(syntax: Syntax, node: Node): boolean {
  if (kindOf(syntax, node) !== 'identifier' || textOf(syntax, node) !== 'use_attribute_docstrings') return false;
  const up = syntax.parent[node]!;
  const kind = kindOf(syntax, up);
  const value = childByField(syntax, up, kind === 'keyword_argument' ? 'value' : 'right');
  return /^(keyword_argument|assignment)$/.test(kind) && value !== -1 && textOf(syntax, value) !== 'False';
}

function asksIn(syntax: Syntax, top: Node): boolean {
  for (let node = top + 1; node < syntax.after[top]!; node++) if (asks(syntax, node)) return true;
  return false;
}
