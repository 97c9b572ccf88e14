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
  /\b(?:setattr|delattr|patch|flexmock|setitem|delitem|replace|stub|spy|swap_attr|swap_item|__setattr__|__delattr__)\b/;
/** What runs code that stands in a string. */
const EXECUTES = /\b(?:exec|eval|compile|runsource|runcode)\b/;

/** A target that is put together of what a function calls itself: `f"{f.__module__}.{f.__qualname__}"`. */
const SPELLS = /\b(?:patch|setattr|delattr)\w*(?:\.\w+)?\s*\([^\n]*__module__\b[^\n]*__(?:qual)?name__/;
/** flexmock changes an object by its dictionary. */
const UNDER = /\bflexmock\b/;

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
 * @param carried the file hands the module on: whoever gets it may write by a name that this file tells
 */
export function strayWrites(syntax: Syntax, names: ReadonlySet<string>, dotted: string, carried = false): StrayWrite[] {
  const look = {
    byName: carried || BY_NAME.test(syntax.text),
    carried,
    executes: EXECUTES.test(syntax.text),
    spells: SPELLS.test(syntax.text),
    goesUnder: UNDER.test(syntax.text),
    last: dotted.slice(dotted.lastIndexOf('.') + 1),
  };
  const found: StrayWrite[] = [];
  for (let node = 1; node < syntax.size; node++) found.push(...writesAt(syntax, node, look));
  return found.filter(({ name }) => names.has(name));
}

/** What a file does with names in strings. */
interface Look {
  readonly byName: boolean;
  /** It hands the module on: any call may set what its keywords name. */
  readonly carried: boolean;
  readonly executes: boolean;
  readonly spells: boolean;
  readonly goesUnder: boolean;
  /** The last word of the module's name. */
  readonly last: string;
}

function writesAt(
  syntax: Syntax,
  node: Node,
  { byName, carried, executes, spells, goesUnder, last }: Look,
): StrayWrite[] {
  const kind = kindOf(syntax, node);
  if (kind === 'attribute' && ((byName && spells) || isStored(syntax, node)))
    return [{ name: textOf(syntax, childByField(syntax, node, 'attribute')), node, hidden: false }];
  if (kind === 'keyword_argument' && byName && (carried || isSetByKeyword(syntax, node)))
    return [{ name: textOf(syntax, childByField(syntax, node, 'name')), node, hidden: goesUnder }];
  if (kind !== 'string_content') return [];
  const isCode = executes && isExecuted(syntax, node);
  const named = byName && !isCode ? namedWrites(syntax, node, last) : [];
  return [
    ...(executes ? codeWrites(syntax, node, isCode) : []),
    ...named.map((one) => ({ ...one, hidden: one.hidden || goesUnder })),
  ];
}

/** A whole target in a tuple or table, or given to something by its plain name: calls that are known to patch are read elsewhere. */
function isHandedOver(syntax: Syntax, string: Node): boolean {
  const up = syntax.parent[string]!;
  const kind = kindOf(syntax, up);
  if (/^(?:tuple|list|pair|assignment|keyword_argument)$/.test(kind)) return true;
  const call = kind === 'argument_list' ? syntax.parent[up]! : -1;
  const callee = call === -1 ? '' : textOf(syntax, childByField(syntax, call, 'function'));
  return /^\w+$/.test(callee) && !/^(?:print|len|repr|str)$/.test(callee);
}

/** `flexmock(m, x=…)`, `override(m, x=…)`: a call that sets what its keywords name. */
function isSetByKeyword(syntax: Syntax, node: Node): boolean {
  const call = syntax.parent[syntax.parent[node]!]!;
  const callee = kindOf(syntax, call) === 'call' ? textOf(syntax, childByField(syntax, call, 'function')) : '';
  return /(?:mock|patch|multiple|replace|stub|swap|inject|overrid|wire)\w*$/i.test(callee);
}

/** What a string sets if it is run; one that is handed to `exec` is. */
function codeWrites(syntax: Syntax, node: Node, isCode: boolean): StrayWrite[] {
  const text = textOf(syntax, node);
  return (isCode ? boundIn(text) : assignedIn(text)).map((name) => ({ name, node, hidden: true }));
}

/** The name that a string is, or ends with. */
function namedWrites(syntax: Syntax, node: Node, last: string): StrayWrite[] {
  const name = isForSelf(syntax, node) ? null : spelled(syntax, node, last);
  return name === null ? [] : [{ name, node, hidden: isAround(syntax, node) }];
}

/** A name: the string as a whole, or the end of one that is put together: `f"{m.__name__}.x"`, `"pkg." + "m.x"`. */
function spelled(syntax: Syntax, node: Node, last: string): string | null {
  const text = textOf(syntax, node);
  if (/^\w+$/.test(text)) return text;
  const told = /^[\w.]*?(\w+)\.(\w+)$/.exec(text);
  if (told?.[1] === last && isHandedOver(syntax, syntax.parent[node]!)) return told[2]!;
  const whole = syntax.parent[node]!;
  const isBuilt =
    /^(binary_operator|concatenated_string|attribute)$/.test(kindOf(syntax, syntax.parent[whole]!)) ||
    childrenOf(syntax, whole).some((child) => kindOf(syntax, child) === 'interpolation');
  const found = /^(?:[\w.]*?(\w*)|%s|\{\w*\})\.(\w+)$/.exec(text);
  return isBuilt && found && (!found[1] || found[1] === last) ? found[2]! : null;
}

/** What code in a string assigns. */
const assignedIn = (text: string): string[] =>
  [...text.matchAll(/(?<![\w])([^\W\d]\w*)\s*(?:[-+*/%@&|^]|\/\/|\*\*|<<|>>|:)?=(?!=)/g)].map(([, name]) => name!);

/** What code that is run from a string may bind, delete or name. */
const boundIn = (text: string): string[] => [
  ...assignedIn(text),
  ...[...text.matchAll(/(?:\b(?:def|class|as|for|del|global|import)\s+|["'.,]\s*)([^\W\d]\w*)\b(?!\s*\()/g)].map(
    ([, name]) => name!,
  ),
];

/** It is an argument of `exec`. */
function isExecuted(syntax: Syntax, node: Node): boolean {
  for (let up = syntax.parent[node]!; up > 0; up = syntax.parent[up]!) {
    const kind = kindOf(syntax, up);
    if (kind === 'call')
      return /(^|\.)(exec|eval|compile|runsource|runcode)$/.test(textOf(syntax, childByField(syntax, up, 'function')));
    if (/(statement|definition)$/.test(kind)) return false;
  }
  return false;
}

/** `setattr(self, "x", 1)`: an object of the file's own. */
function isForSelf(syntax: Syntax, node: Node): boolean {
  const list = syntax.parent[syntax.parent[node]!]!;
  return kindOf(syntax, list) === 'argument_list' && /^\(\s*(self|cls)\s*,/.test(textOf(syntax, list));
}

/** An argument of `object.__setattr__(m, "x", …)`, which bypasses the object's class. */
function isAround(syntax: Syntax, node: Node): boolean {
  const list = syntax.parent[syntax.parent[node]!]!;
  return kindOf(syntax, list) === 'argument_list' && goesAround(syntax, syntax.parent[list]!, new Set());
}

/**
 * `object.__setattr__(m, "x", 1)`; `m.__setattr__("x", 1)` asks the class of m.
 * @param aliases spellings of the module
 */
export function goesAround(syntax: Syntax, call: Node, aliases: ReadonlySet<string>): boolean {
  const callee = childByField(syntax, call, 'function');
  const found = /^(.*)\.__(?:setattr|delattr)__$/s.exec(callee === -1 ? '' : textOf(syntax, callee));
  if (!found || aliases.has(found[1]!)) return false;
  const given = childrenOf(syntax, childByField(syntax, call, 'arguments')).filter(
    (child) => !/^[(),]$|^comment$/.test(kindOf(syntax, child)),
  );
  const least = callee !== -1 && /__delattr__$/.test(textOf(syntax, callee)) ? 2 : 3;
  return given.length >= least && !/^(self|cls)$/.test(textOf(syntax, given[0]!));
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
  let current = node;
  let up = syntax.parent[current]!;
  while (AROUND_TARGET.has(kindOf(syntax, up))) {
    current = up;
    up = syntax.parent[current]!;
  }
  const kind = kindOf(syntax, up);
  if (kind === 'delete_statement') return true;
  return (
    (TARGETS[kind] ?? []).some((field) => childByField(syntax, up, field) === current) ||
    isWithTarget(syntax, up, current)
  );
}

/** `with a as m.x:` where the grammar has no field for it. */
const isWithTarget = (syntax: Syntax, up: Node, node: Node): boolean =>
  kindOf(syntax, up) === 'as_pattern' && childrenOf(syntax, up).indexOf(node) > 0;
