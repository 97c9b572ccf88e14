import { childByField, childrenOf, kindOf, type Node, type Syntax, textOf } from '../syntax.ts';
import { boundOrigins } from './bound-origins.ts';
import { assignedNode, decoratorsOf } from './describe-statement.ts';
import { PURE_DECORATOR } from './known-decorators.ts';

/** How the object that such a call makes can be told its module later. */
export type Retelling =
  /** `X.__module__ = __name__` says what each interpreter said. */
  | 'plain'
  /** Some interpreters never asked (`NewType` before 3.10, `make_dataclass` before 3.12): only what took the frame's word is told again. */
  | 'checked';

/** A call at a module's own level that makes an object which goes by the module's name. */
export interface FrameNamed {
  /** UTF-16 range of the call. */
  readonly start: number;
  readonly end: number;
  /** The top-level statement that it stands in. */
  readonly statement: Node;
  /** `Price`, `Price.__bases__[0]`: what holds the object once the statement has run; null where nothing does, or where it cannot be told. */
  readonly object: string | null;
  readonly retelling: Retelling;
}

const FACTORIES: Readonly<Record<string, Retelling | 'never'>> = {
  'collections.namedtuple': 'plain',
  'typing.NamedTuple': 'plain',
  'typing.TypedDict': 'plain',
  'typing.TypeVar': 'plain',
  'typing.ParamSpec': 'plain',
  'typing.TypeVarTuple': 'plain',
  'typing.NewType': 'checked',
  'typing.TypeAliasType': 'never',
  'enum.Enum': 'plain',
  'enum.IntEnum': 'plain',
  'enum.StrEnum': 'plain',
  'enum.ReprEnum': 'plain',
  'enum.Flag': 'plain',
  'enum.IntFlag': 'plain',
  'dataclasses.make_dataclass': 'checked',
};

const LAST = new Map(Object.entries(FACTORIES).map(([name, how]) => [name.slice(name.indexOf('.') + 1), how]));

/**
 * Calls that ask the frame they are called from for the name of its module: `namedtuple`, `TypeVar`, `NewType`, functional enums. Up to
 * 3.11 they read `__name__` from the frame's globals; since 3.12 `sys._getframemodulename` asks the frame's *function*, which for the code
 * of a module was made before its first line ran: a part that says `__name__ = "m"` is not believed. Code in functions, lambdas, generator
 * expressions and class bodies is made later, and is right everywhere.
 */
export function frameNamed(syntax: Syntax): FrameNamed[] {
  const origins = boundOrigins(syntax);
  const enums = enumClasses(syntax, origins);
  const found: FrameNamed[] = [];
  for (const statement of childrenOf(syntax, 0))
    for (const call of ownCalls(syntax, statement)) {
      const how = retellingOf(syntax, call, origins, enums);
      if (how === null) continue;
      found.push({
        start: syntax.start[call]!,
        end: syntax.end[call]!,
        statement,
        object: how === 'never' ? null : (assignedTo(syntax, statement, call) ?? baseOf(syntax, statement, call)),
        retelling: how === 'never' ? 'plain' : how,
      });
    }
  return found;
}

const LATER = new Set(['lambda', 'generator_expression']);

/** Calls below a statement that run in the module's own frame. */
function ownCalls(syntax: Syntax, statement: Node): Node[] {
  const calls: Node[] = [];
  for (let node = statement; node < syntax.after[statement]!; node++) {
    const kind = kindOf(syntax, node);
    if (LATER.has(kind) || isBody(syntax, node, kind)) node = syntax.after[node]! - 1;
    else if (kind === 'call') calls.push(node);
  }
  return calls;
}

const isBody = (syntax: Syntax, node: Node, kind: string): boolean =>
  kind === 'block' && /^(function|class)_definition$/.test(kindOf(syntax, syntax.parent[node]!));

function retellingOf(
  syntax: Syntax,
  call: Node,
  origins: ReadonlyMap<string, string>,
  enums: ReadonlySet<string>,
): Retelling | 'never' | null {
  const callee = childByField(syntax, call, 'function');
  if (callee === -1 || syntax.end[callee]! - syntax.start[callee]! > 80) return null;
  const written = textOf(syntax, callee);
  if (!/^[\w.]+$/.test(written)) return null;
  const origin = originOf(written, origins);
  const known = FACTORIES[origin];
  if (enums.has(written) || /^enum\.\w+$/.test(origin)) return makesEnum(syntax, call) ? (known ?? 'plain') : null;
  if (known !== undefined) return known;
  // `from ._compat import TypeVar`: most probably the same, but nobody knows what else it is for old interpreters.
  const likely = LAST.get(written.slice(written.lastIndexOf('.') + 1));
  return likely === undefined ? null : likely === 'never' ? likely : 'checked';
}

/** `t.TypeVar` -> `typing.TypeVar`; what `typing_extensions` gives is told like typing's own. */
function originOf(callee: string, origins: ReadonlyMap<string, string>): string {
  const root = callee.split('.')[0]!;
  return `${origins.get(root) ?? root}${callee.slice(root.length)}`.replace(/^typing_extensions\./, 'typing.');
}

/** `Color("Color", "red green")` makes an enum, `Color("red")` looks for a member. */
function makesEnum(syntax: Syntax, call: Node): boolean {
  const list = childByField(syntax, call, 'arguments');
  if (list === -1) return false;
  const given = childrenOf(syntax, list).filter((child) => !/^[(),]$|^comment$/.test(kindOf(syntax, child)));
  const named = given.filter((child) => kindOf(syntax, child) === 'keyword_argument');
  return (
    given.length - named.length > 1 ||
    named.some((child) => textOf(syntax, childByField(syntax, child, 'name')) === 'names')
  );
}

/** Classes of the file that derive from an enum of the standard library. */
function enumClasses(syntax: Syntax, origins: ReadonlyMap<string, string>): ReadonlySet<string> {
  const enums = new Set<string>();
  for (let node = 1; node < syntax.size; node++) {
    if (kindOf(syntax, node) !== 'class_definition') continue;
    const bases = childByField(syntax, node, 'superclasses');
    const names = bases === -1 ? [] : (textOf(syntax, bases).match(/[\w.]+/g) ?? []);
    if (names.some((name) => enums.has(name) || /^enum\.\w+$/.test(originOf(name, origins))))
      enums.add(textOf(syntax, childByField(syntax, node, 'name')));
  }
  return enums;
}

/** `Price` of `Price = namedtuple(…)`, alone on its line. */
function assignedTo(syntax: Syntax, statement: Node, call: Node): string | null {
  const assignment = assignedNode(syntax, statement);
  if (assignment === -1 || kindOf(syntax, assignment) !== 'assignment') return null;
  if (childByField(syntax, assignment, 'right') !== call || syntax.start[assignment] !== syntax.start[statement])
    return null;
  const left = childByField(syntax, assignment, 'left');
  return kindOf(syntax, left) === 'identifier' && isAlone(syntax, statement) ? textOf(syntax, left) : null;
}

/** `Price.__bases__[0]` of `class Price(namedtuple(…)):` under decorators that give the class back. */
function baseOf(syntax: Syntax, statement: Node, call: Node): string | null {
  const list = syntax.parent[call]!;
  const definition = syntax.parent[list]!;
  if (kindOf(syntax, list) !== 'argument_list' || kindOf(syntax, definition) !== 'class_definition') return null;
  const decorators = decoratorsOf(syntax, statement);
  const isWhole = definition === statement || (decorators.length > 0 && syntax.parent[definition] === statement);
  const first = childrenOf(syntax, list).find((child) => !/^[(),]$|^comment$/.test(kindOf(syntax, child)));
  if (!isWhole || first !== call || !isAlone(syntax, statement)) return null;
  if (!decorators.every((node) => PURE_DECORATOR.test(textOf(syntax, node).slice(1).trim()))) return null;
  // A class made from a TypedDict has `dict` in its place.
  if (/(^|\.)TypedDict$/.test(textOf(syntax, childByField(syntax, call, 'function')))) return null;
  return `${textOf(syntax, childByField(syntax, definition, 'name'))}.__bases__[0]`;
}

/** No other statement stands on its last line. */
const isAlone = (syntax: Syntax, statement: Node): boolean =>
  /^[ \t]*(#[^\n]*)?(\r?\n|$)/.test(syntax.text.slice(syntax.end[statement]!));

/** What says to an object again which module it belongs to, in the lines of a part. */
export const retellingLines = ({ object, retelling }: FrameNamed): string[] =>
  object === null
    ? []
    : retelling === 'plain'
      ? [`${object}.__module__ = __name__`]
      : [`if ${object}.__module__ == __spec__.name:`, `    ${object}.__module__ = __name__`];
