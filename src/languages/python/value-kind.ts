import { isNamed, kindOf, type Node, type Syntax } from '../syntax.ts';
import { calleeOf } from './callee-of.ts';
import { callDoing, type ModuleNames } from './module-names.ts';

/** `fixed`: cannot change. `container`: a list, dictionary, set or the like that stands there. `object`: what some call gave. */
export type ValueKind = 'fixed' | 'container' | 'object';

const NESTED = /^(function_definition|class_definition|lambda)$/;
const CONTAINER = /^(list|dictionary|set|list_comprehension|dictionary_comprehension|set_comprehension)$/;
const FRESH =
  /^(dict|list|set|bytearray|defaultdict|OrderedDict|deque|Counter|ChainMap|UserDict|UserList|WeakKeyDictionary|WeakValueDictionary|WeakSet|fromkeys)$/;
const FIXED =
  /^(compile|namedtuple|NamedTuple|TypedDict|NewType|TypeVar|ParamSpec|TypeVarTuple|Enum|IntEnum|Flag|IntFlag|StrEnum|frozenset|object|tuple|int|float|str|bytes|bool|complex|len|min|max|sum|abs|ord|chr|repr|ascii|bin|hex|oct|hash|id|isinstance|issubclass|hasattr|callable|range|round|pow|divmod|Decimal|Fraction|Path|PurePath|PurePosixPath|attrgetter|itemgetter|methodcaller|partial|timedelta|timezone|datetime|date|time|now|today|monotonic|perf_counter|Struct|join|dirname|basename|abspath|realpath|normpath|split|splitext|exists|isfile|isdir|getenv|cpu_count|getpid|property|staticmethod|classmethod|cast|sqrt|log|log2|log10|exp|sin|cos|dedent|indent|escape|quote|uuid4|uuid5|UUID|dumps|sha256|md5|hexdigest|getLogger|MappingProxyType|format|lower|upper|strip|encode|decode|replace|startswith|endswith|maketrans|translate|total_seconds|Lock|RLock|Condition|Event|Semaphore|ip_network|ip_address|urljoin|urlsplit|urlparse|version)$/;

/** What the code of these statements makes; that of functions in them does not run. */
export function valueKind(syntax: Syntax, names: ModuleNames, statements: readonly Node[]): ValueKind {
  let kind: ValueKind = 'fixed';
  for (const top of statements)
    for (let node = top; node < syntax.after[top]!; node++) {
      if (!isNamed(syntax, node)) continue;
      if (NESTED.test(kindOf(syntax, node))) node = syntax.after[node]! - 1;
      else kind = widened(kind, syntax, names, node);
    }
  return kind;
}

const wider = (a: ValueKind, b: ValueKind): ValueKind =>
  a === 'object' || b === 'object' ? 'object' : a === 'container' ? a : b;

function callKind(syntax: Syntax, names: ModuleNames, call: Node): ValueKind {
  const doing = callDoing(syntax, names, call);
  if (doing === null || doing === 'touches') return 'object';
  const { root, path } = calleeOf(syntax, call);
  const last =
    path[path.length - 1] ??
    names.origins
      .get(root ?? '')?.[0]
      ?.split('.')
      .pop() ??
    root ??
    '';
  if (FRESH.test(last)) return 'container';
  return FIXED.test(last) || doing === 'reads' ? 'fixed' : 'object';
}

/** What a value is that holds a node, beside what it was known to be. */
function widened(kind: ValueKind, syntax: Syntax, names: ModuleNames, node: Node): ValueKind {
  const named = kindOf(syntax, node);
  if (CONTAINER.test(named)) return kind === 'object' ? kind : 'container';
  if (/^(generator_expression|await|yield)$/.test(named)) return 'object';
  return named === 'call' ? wider(kind, callKind(syntax, names, node)) : kind;
}
