import { analyzeScopes } from '../../../src/languages/python/analyze-scopes.ts';
import type { ModuleName } from '../../../src/languages/python/module-name.ts';
import type { Scope, ScopeName } from '../../../src/languages/python/scope-tree.ts';
import {
  childByField,
  childrenOf,
  kindOf,
  type Node,
  namedChildrenOf,
  type Syntax,
  textOf,
} from '../../../src/languages/syntax.ts';

/** What a text tells of a string: how it begins, or the whole of it. */
export interface Told {
  readonly text: string;
  readonly isWhole: boolean;
}

/** A file that strings are read in. */
export interface StringReader {
  readonly syntax: Syntax;
  readonly name: ModuleName;
  /** Whether a name of the module's top level keeps the one value that the file gives it, whatever other files do. */
  readonly isKept: (name: string) => boolean;
}

const UNTOLD: readonly Told[] = [{ text: '', isWhole: false }];
/** More ways than this are as good as unknown. */
const MOST_WAYS = 64;
/** Names that are made of names, and so on. */
const DEEPEST = 8;
const OWN_NAMES = new Set(['__name__', '__package__']);
/** A module that says what it is called, as the parts of a split do. */
const NAMES_ITSELF = /(?<!\w\.|\w)__(?:name|package)__\s*(?::[^=\n]*)?=(?!=)/;
/** A text by which a module's names may change without a statement that says so. */
const WRITES_UNSEEN = /\b(?:globals|vars|exec|eval|setattr)\s*\(|\b__dict__\b|\bimport\s*\*/;

/** All that an expression may be as a string: parts that are computed end what is told. */
export function toldStrings(reader: StringReader, node: Node, depth = 0): readonly Told[] {
  if (node === -1 || depth > DEEPEST) return UNTOLD;
  const { syntax } = reader;
  const inner = (one: Node): readonly Told[] => toldStrings(reader, one, depth + 1);
  const field = (name: string): readonly Told[] => inner(childByField(syntax, node, name));
  switch (kindOf(syntax, node)) {
    case 'string':
      return piecesOf(syntax, node)
        .map((piece) => (typeof piece === 'string' ? [{ text: piece, isWhole: true }] : inner(piece)))
        .reduce(joined, [{ text: '', isWhole: true }]);
    case 'concatenated_string':
      return namedChildrenOf(syntax, node).map(inner).reduce(joined);
    case 'parenthesized_expression':
      return inner(namedChildrenOf(syntax, node)[0] ?? -1);
    case 'conditional_expression': {
      const [then, , otherwise] = namedChildrenOf(syntax, node);
      return [...inner(then ?? -1), ...inner(otherwise ?? -1)];
    }
    case 'boolean_operator':
      return [...field('left'), ...field('right')];
    case 'binary_operator': {
      const operator = textOf(syntax, childByField(syntax, node, 'operator'));
      if (operator === '+') return joined(field('left'), field('right'));
      return operator === '%' ? filledIn(field('left'), '%') : UNTOLD;
    }
    case 'call': {
      const called = childByField(syntax, node, 'function');
      if (kindOf(syntax, called) !== 'attribute') return UNTOLD;
      if (textOf(syntax, childByField(syntax, called, 'attribute')) !== 'format') return UNTOLD;
      return filledIn(inner(childByField(syntax, called, 'object')), '{');
    }
    case 'identifier':
      return ofName(reader, node, depth);
    default:
      return UNTOLD;
  }
}

function joined(left: readonly Told[], right: readonly Told[]): readonly Told[] {
  const ways = left.flatMap((first) =>
    first.isWhole ? right.map((next) => ({ text: first.text + next.text, isWhole: next.isWhole })) : [first],
  );
  return ways.length > MOST_WAYS ? UNTOLD : ways;
}

/** A pattern is told up to its first gap. */
const filledIn = (patterns: readonly Told[], gap: string): readonly Told[] =>
  patterns.map(({ text }) => ({ text: text.split(gap)[0]!, isWhole: false }));

/** The texts of a string and the expressions within it, in their order. What is escaped or doubled is an expression that nobody can read. */
function piecesOf(syntax: Syntax, node: Node): (string | Node)[] {
  const [, prefix = ''] = /^(\w*)["']/.exec(textOf(syntax, node)) ?? [];
  const inside = childrenOf(syntax, node).filter((one) => !/^string_(?:start|end)$/.test(kindOf(syntax, one)));
  return inside.map((one) => {
    const text = textOf(syntax, one);
    if (kindOf(syntax, one) === 'interpolation') {
      const parts = namedChildrenOf(syntax, one);
      return parts.length === 1 && /^\{\s*[^!=:]+\}$/.test(text) ? parts[0]! : -1;
    }
    return text.includes('\\') || (/f/i.test(prefix) && /\{\{|\}\}/.test(text)) || /b/i.test(prefix) ? -1 : text;
  });
}

/** A name that one statement of the file binds, and nothing else. */
function ofName(reader: StringReader, node: Node, depth: number): readonly Told[] {
  const { syntax, name, isKept } = reader;
  const word = textOf(syntax, node);
  if (OWN_NAMES.has(word)) {
    const text = word === '__name__' ? name.dotted : name.package;
    return NAMES_ITSELF.test(syntax.text) ? UNTOLD : [{ text, isWhole: true }];
  }
  const binding = onlyBinding(syntax, node, isKept);
  if (binding === null) return UNTOLD;
  const statement = syntax.parent[binding]!;
  const right = childByField(syntax, statement, 'right');
  if (childByField(syntax, statement, 'left') !== binding) return UNTOLD;
  if (kindOf(syntax, statement) === 'assignment') return toldStrings(reader, right, depth + 1);
  if (!/^for_(?:statement|in_clause)$/.test(kindOf(syntax, statement))) return UNTOLD;
  return /^(?:tuple|list|set)$/.test(kindOf(syntax, right))
    ? namedChildrenOf(syntax, right).flatMap((one) => toldStrings(reader, one, depth + 1))
    : UNTOLD;
}

/** Where a name gets its one value; null where it is a parameter, an import, or has more than one. */
function onlyBinding(syntax: Syntax, node: Node, isKept: StringReader['isKept']): Node | null {
  const { scopes } = analyzeScopes(syntax);
  const at = syntax.start[node]!;
  const seen = scopes.flatMap(({ names }) => [...names.values()]);
  const own = seen.find(({ accesses }) => accesses.some((one) => one.at === at));
  if (own === undefined) return null;
  const same = ({ name, owner }: ScopeName): boolean => name === own.name && owner === own.owner;
  // A loop of the top level gives the name anew for each of its rounds, whoever has set it meanwhile.
  const inLoop = isTop(scopes, own, at) && loopAround(syntax, node, own.name);
  if (own.owner === 0 && (WRITES_UNSEEN.test(syntax.text) || !(inLoop || isKept(own.name)))) return null;
  if (scopes[own.owner]!.kind === 'class') return null;
  const writes = seen.filter(same).flatMap(({ accesses }) => accesses.filter(({ kind }) => !READING.has(kind)));
  return writes.length === 1 && writes[0]!.kind === 'write' ? writes[0]!.node : null;
}

const READING = new Set(['read', 'quoted', 'annotation']);

const isTop = ([top]: readonly Scope[], own: ScopeName, at: number): boolean =>
  top!.names.get(own.name) === own && own.accesses.some((one) => one.at === at && one.eager);

function loopAround(syntax: Syntax, node: Node, word: string): boolean {
  for (let above = syntax.parent[node]!; above !== -1; above = syntax.parent[above]!)
    if (kindOf(syntax, above) === 'for_statement' && textOf(syntax, childByField(syntax, above, 'left')) === word)
      return true;
  return false;
}
