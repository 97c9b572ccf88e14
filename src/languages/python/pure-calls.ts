import { childByField, isNamed, kindOf, type Node, type Syntax, textOf } from '../syntax.ts';

/** Calls that make a value out of their arguments and leave no trace anywhere. */
const PURE =
  /^(\w+\.)*(compile|namedtuple|NamedTuple|TypedDict|NewType|TypeVar|ParamSpec|TypeVarTuple|Enum|IntEnum|frozenset|object|tuple|int|float|str|bytes|bool|complex|len|min|max|sum|abs|ord|chr|repr|type|isinstance|issubclass|hasattr|getattr|callable|range|sorted|Decimal|Fraction|Path|PurePath|getLogger|attrgetter|itemgetter|methodcaller|partial|maketrans|translate|join|split|splitlines|strip|format|lower|upper|encode|decode|replace|startswith|endswith|keys|values|items|copy|deepcopy|Struct|timedelta|timezone|local|Lock|RLock|Condition|Event|Semaphore|ContextVar|zip|map|filter|enumerate|reversed|property|staticmethod|classmethod|cast|sqrt|log|log2|exp|pi|dedent|escape)$/;

const FRESH =
  /^(\w+\.)*(dict|list|set|bytearray|defaultdict|OrderedDict|deque|Counter|ChainMap|WeakKeyDictionary|WeakValueDictionary|WeakSet|count)$/;

const NESTED = new Set(['function_definition', 'class_definition', 'lambda']);
const MUTABLE = new Set([
  'list',
  'dictionary',
  'set',
  'list_comprehension',
  'dictionary_comprehension',
  'set_comprehension',
  'generator_expression',
]);

export interface ValueTraits {
  /** It calls something that may leave a trace. */
  readonly calls: boolean;
  /** What it gives can be changed later: the order in which that happens counts. */
  readonly mutable: boolean;
}

/** What running an expression or simple statement at import time may do. Bodies of functions and lambdas do not run. */
export function valueTraits(syntax: Syntax, top: Node): ValueTraits {
  let calls = false;
  let mutable = false;
  for (let node = top; node < syntax.after[top]!; node++) {
    if (!isNamed(syntax, node)) continue;
    const kind = kindOf(syntax, node);
    if (NESTED.has(kind)) {
      node = syntax.after[node]! - 1;
      continue;
    }
    if (MUTABLE.has(kind)) mutable = true;
    if (kind === 'await' || kind === 'yield') calls = true;
    if (kind !== 'call') continue;
    const trace = leavesTrace(syntax, node);
    calls ||= trace;
    mutable ||= trace || FRESH.test(calleeOf(syntax, node));
  }
  return { calls, mutable };
}

/** Whether a call may do more than make a value out of its arguments. */
export function leavesTrace(syntax: Syntax, call: Node): boolean {
  const name = calleeOf(syntax, call);
  return !FRESH.test(name) && !PURE.test(name) && !isStringMethod(syntax, childByField(syntax, call, 'function'));
}

const calleeOf = (syntax: Syntax, call: Node): string => {
  const callee = childByField(syntax, call, 'function');
  return callee === -1 || syntax.end[callee]! - syntax.start[callee]! > 60 ? '' : textOf(syntax, callee);
};

/** `", ".join(…)`, `"…".format(…)`. */
const isStringMethod = (syntax: Syntax, callee: Node): boolean => {
  if (callee === -1 || kindOf(syntax, callee) !== 'attribute') return false;
  const object = childByField(syntax, callee, 'object');
  return object !== -1 && /string$/.test(kindOf(syntax, object));
};
