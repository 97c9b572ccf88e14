import { hashOf } from '../../core/hash.ts';
import {
  childByField,
  childrenOf,
  firstChild,
  kindOf,
  type Node,
  namedChildrenOf,
  type Syntax,
  textOf,
} from '../syntax.ts';
import { aliasName } from './alias-name.ts';
import { isTypeCheckingBlock } from './type-checking-block.ts';

/** What a statement is and what it is called; `label` is the id without the parent's part and without `~2`. */
export interface Description {
  readonly kind: string;
  readonly name: string | null;
  readonly label: string;
}

const KINDS: Readonly<Record<string, string>> = {
  function_definition: 'def',
  class_definition: 'class',
  import_statement: 'import',
  import_from_statement: 'import',
  future_import_statement: 'future-import',
  if_statement: 'if',
  try_statement: 'try',
  for_statement: 'for',
  while_statement: 'while',
  with_statement: 'with',
  match_statement: 'match',
  delete_statement: 'del',
  global_statement: 'global',
  nonlocal_statement: 'nonlocal',
  type_alias_statement: 'type',
  assert_statement: 'assert',
  raise_statement: 'raise',
  pass_statement: 'pass',
  ERROR: 'error',
};

export function describeStatement(syntax: Syntax, node: Node, first: boolean): Description {
  const statement = definitionOf(syntax, node);
  const kind = KINDS[kindOf(syntax, statement)] ?? 'expr';
  if (kind === 'def' || kind === 'class') return named(kind, textOf(syntax, childByField(syntax, statement, 'name')));
  if (kind === 'type') {
    const alias = aliasName(syntax, statement);
    return alias === -1 ? nameless('assign', wordsOf(syntax, statement), '') : named(kind, textOf(syntax, alias));
  }
  if (kind === 'if') return describeIf(syntax, statement);
  if (kind === 'import' || kind === 'future-import')
    return nameless(kind, textOf(syntax, statement).replace(/#.*/g, ''), '');
  if (kind === 'expr') return describeExpression(syntax, statement, first);
  return nameless(kind, wordsOf(syntax, statement), kind);
}

/** A string or `...` by itself: documentation of what stands above it, without effect. */
export function isInert(syntax: Syntax, statement: Node): boolean {
  const child = kindOf(syntax, statement) === 'expression_statement' ? firstChild(syntax, statement) : -1;
  return child !== -1 && /^(string|concatenated_string|ellipsis)$/.test(kindOf(syntax, child));
}

/** The `def` or `class` below its decorators, else the statement itself. */
export function definitionOf(syntax: Syntax, node: Node): Node {
  if (kindOf(syntax, node) !== 'decorated_definition') return node;
  const definition = childByField(syntax, node, 'definition');
  return definition === -1 ? node : definition;
}

const named = (kind: string, name: string): Description => ({ kind, name, label: `${kind} ${name}` });

function describeIf(syntax: Syntax, node: Node): Description {
  const condition = textOf(syntax, childByField(syntax, node, 'condition')).replace(/[\s()]/g, '');
  if (/^__name__==(['"])__main__\1/.test(condition) || /^(['"])__main__\1==__name__/.test(condition))
    return { kind: 'main', name: null, label: 'main' };
  if (isTypeCheckingBlock(syntax, node)) return { kind: 'type-checking', name: null, label: 'type-checking' };
  return nameless('if', wordsOf(syntax, node), 'if');
}

function describeExpression(syntax: Syntax, statement: Node, first: boolean): Description {
  const child = firstChild(syntax, statement);
  const kind = child === -1 ? '' : kindOf(syntax, child);
  if (first && (kind === 'string' || kind === 'concatenated_string'))
    return { kind: 'docstring', name: null, label: 'docstring' };
  if (kind !== 'assignment' && kind !== 'augmented_assignment') return nameless('expr', wordsOf(syntax, statement), '');
  const left = childByField(syntax, child, 'left');
  if (left !== -1 && kindOf(syntax, left) === 'identifier') return named('assign', textOf(syntax, left));
  return nameless('assign', left === -1 ? '' : textOf(syntax, left), '');
}

// A formatter may change quotes and prefixes.
const UNSTABLE = new Set(['comment', 'string_start', 'string_end', 'line_continuation']);

/** Names, numbers and strings of the statement's head, then of its body: what no formatter changes. */
function wordsOf(syntax: Syntax, node: Node): string {
  const parts: string[] = [];
  for (let inner = node + 1; inner < syntax.after[node]!; inner++) {
    if (syntax.after[inner] === inner + 1 && !UNSTABLE.has(kindOf(syntax, inner))) parts.push(textOf(syntax, inner));
  }
  return parts.join(' ').replace(/ \. /g, '.');
}

const LONGEST = 60;

/** Words only, so that quotes, commas, parentheses and line breaks do not count; cut at a word, then told apart by a hash of all. */
function nameless(kind: string, text: string, keyword: string): Description {
  const words = (text.normalize('NFC').match(/[\p{L}\p{N}_.*]+/gu) ?? []).filter(
    (word) => /[\p{L}\p{N}_]/u.test(word) || /^(\.+|\*)$/.test(word),
  );
  if (words[0] === keyword) words.shift();
  const prefix = kind === 'import' || kind === 'future-import' ? [] : [kind];
  const whole = [...prefix, ...words].join(' ');
  if (whole.length <= LONGEST) return { kind, name: null, label: whole };
  const cut = whole.slice(0, LONGEST).replace(/ [^ ]*$/, '');
  return { kind, name: null, label: `${cut} ${hashOf(whole).slice(0, 6)}` };
}

export const assignedNode = (syntax: Syntax, statement: Node): Node =>
  kindOf(syntax, statement) === 'expression_statement'
    ? (namedChildrenOf(syntax, statement).find((child) => /assignment$/.test(kindOf(syntax, child))) ?? -1)
    : -1;

export const decoratorsOf = (syntax: Syntax, node: Node): Node[] =>
  kindOf(syntax, node) === 'decorated_definition'
    ? childrenOf(syntax, node).filter((child) => kindOf(syntax, child) === 'decorator')
    : [];
