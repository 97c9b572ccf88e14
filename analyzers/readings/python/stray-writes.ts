import type { Outline } from '../../../src/core/unit.ts';
import { childByField, childrenOf, kindOf, type Node, type Syntax, textOf } from '../../../src/languages/syntax.ts';

/** A write that may reach the module, although its text does not say on what it works. */
export interface StrayWrite {
  readonly name: string;
  readonly node: Node;
  /** By a dictionary or by code in a string: no facade can see it. */
  readonly hidden: boolean;
}

/** What writes to an object by a name in a string. */
const BY_NAME =
  /\b(?:setattr|delattr|patch|setitem|delitem|replace|stub|spy|swap_attr|swap_item|__setattr__|__delattr__)\b/;
/** What goes around attribute access. */
const AROUND = /\b(?:__dict__|vars|globals|__globals__|exec|eval|f_globals|f_locals)\b/;

const NOT_STORED = new Set(['import', 'future-import']);

/** Names that the module binds itself; those that it only imports are bound elsewhere. */
export const ownNames = ({ units }: Outline): ReadonlySet<string> =>
  new Set(
    units
      .filter(({ kind }) => !NOT_STORED.has(kind))
      .flatMap(({ defines }) => defines.map(({ name }) => name))
      .filter((name) => !/^__\w+__$/.test(name)),
  );

/**
 * A file that has the module in hand may hand it on: to a parameter, a pattern, a fixture, a partial. So a store to an attribute of the name of
 * one of the module's own counts as a write, whatever it is an attribute of, and so does a string with such a name where the file writes by names.
 * @param names what the module binds
 */
export function strayWrites(syntax: Syntax, names: ReadonlySet<string>): StrayWrite[] {
  const byName = BY_NAME.test(syntax.text);
  const around = AROUND.test(syntax.text);
  const found: StrayWrite[] = [];
  for (let node = 1; node < syntax.size; node++) {
    const kind = kindOf(syntax, node);
    if (kind === 'attribute' && isStored(syntax, node)) {
      const name = textOf(syntax, childByField(syntax, node, 'attribute'));
      if (names.has(name)) found.push({ name, node, hidden: false });
    } else if (kind === 'string_content' && (byName || around))
      for (const name of namedIn(textOf(syntax, node), names)) found.push({ name, node, hidden: !byName });
  }
  return found;
}

/** The string as a whole, or what code in it assigns. */
function namedIn(text: string, names: ReadonlySet<string>): string[] {
  if (names.has(text)) return [text];
  return [...text.matchAll(/(?<![\w])([^\W\d]\w*)\s*(?:[-+*/%@&|^]|\/\/|\*\*|<<|>>)?=(?!=)/g)]
    .map(([, name]) => name!)
    .filter((name) => names.has(name));
}

/** The places of a statement in which an expression is stored to. */
const TARGETS: Readonly<Record<string, readonly string[]>> = {
  assignment: ['left'],
  augmented_assignment: ['left'],
  for_statement: ['left'],
  for_in_clause: ['left'],
  as_pattern: ['alias'],
};

const AROUND_TARGET = new Set([
  'pattern_list',
  'tuple_pattern',
  'list_pattern',
  'list_splat_pattern',
  'as_pattern_target',
  'expression_list',
  'tuple',
  'list',
  'list_splat',
  'parenthesized_expression',
]);

function isStored(syntax: Syntax, node: Node): boolean {
  let at = node;
  let up = syntax.parent[at]!;
  while (AROUND_TARGET.has(kindOf(syntax, up))) {
    at = up;
    up = syntax.parent[at]!;
  }
  const kind = kindOf(syntax, up);
  if (kind === 'delete_statement') return true;
  return (TARGETS[kind] ?? []).some((field) => childByField(syntax, up, field) === at) || isWithTarget(syntax, up, at);
}

/** `with a as m.x:` where the grammar has no field for it. */
const isWithTarget = (syntax: Syntax, up: Node, at: Node): boolean =>
  kindOf(syntax, up) === 'as_pattern' && childrenOf(syntax, up).indexOf(at) > 0;
