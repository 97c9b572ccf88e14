import { stateModule } from './ambient-state.ts';
import { isStandard } from './stdlib-modules.ts';

/**
 * What using a name at import time does to state that others see. `nothing`: it makes a value. `holds`: it keeps what it is given and calls
 * nothing. `looks`: it looks at what it is given there and then, or copies it, and calls nothing. `shared`: it gives an object that others have
 * too. `reads` and `touches`: the state of the name's root.
 */
export type Doing = 'nothing' | 'holds' | 'looks' | 'shared' | 'reads' | 'touches';

/** Everything outside of the standard library, and what the whole program shares: files, standard streams, imports. */
export const WORLD = '@';

/** Modules of the standard library whose functions make values out of their arguments. */
const PURE_MODULES = new Set(
  `__future__ abc annotationlib argparse array ast base64 binascii calendar cmath collections collections.abc colorsys configparser
concurrent.futures contextlib contextvars copy dataclasses datetime decimal difflib dis email.utils enum errno fnmatch fractions functools
getopt graphlib hashlib hmac html html.entities http importlib.metadata inspect io ipaddress itertools json keyword math ntpath numbers opcode
operator optparse os.path pathlib platform posixpath pprint queue re reprlib secrets selectors shlex stat statistics string struct symtable
textwrap threading time token tokenize traceback types typing typing_extensions unicodedata unittest urllib.parse uuid weakref zlib zoneinfo
xml.sax.saxutils _collections_abc _thread _weakref`.split(/\s+/),
);

/** Third-party decorators and calls that only shape the class they are given. */
const PURE_FOREIGN = /^(attr|attrs)\.\w+$/;

/** They keep what they are given, and call it later if ever. */
const HOLDS =
  /^(functools\.(partial|partialmethod|cached_property|lru_cache|cache|cmp_to_key)|dataclasses\.field|contextlib\.(nullcontext|closing|suppress|ExitStack|AsyncExitStack)|contextvars\.ContextVar|typing\.(cast|TypeVar|ParamSpec|TypeVarTuple|NewType|final|overload|no_type_check|dataclass_transform|override)|typing_extensions\.(cast|TypeVar|ParamSpec|TypeVarTuple|NewType|final|overload|dataclass_transform|override|deprecated)|abc\.abstract\w+|types\.(MappingProxyType|MethodType|DynamicClassAttribute)|enum\.(auto|property|member|nonmember)|weakref\.(ref|proxy|WeakMethod)|threading\.(Thread|Timer|Condition)|attrs?\.(ib|attrib|field|Factory))$/;

/** They look at what they are given, or copy it, while they are called; what they keep of a function they call later if ever. */
const LOOKS =
  /^(functools\.(wraps|singledispatch|singledispatchmethod)|collections\.(defaultdict|namedtuple|abc\.\w+)|contextlib\.\w+|contextvars\.\w+|typing\.\w+|typing_extensions\.\w+|abc\.\w+|types\.\w+|enum\.\w+|weakref\.\w+|threading\.\w+|unittest\.\w+|inspect\.\w+|operator\.(attrgetter|itemgetter|methodcaller)|attrs?\.\w+)$/;

/** Functions of such modules that change what they are given, or state of their module. */
const CHANGES =
  /(^|\.)(heapq\..*|bisect\.insort\w*|operator\.(iadd|iand|iconcat|ifloordiv|ilshift|imatmul|imod|imul|ior|ipow|irshift|isub|itruediv|ixor|setitem|delitem)|enum\.global_enum|decimal\.(setcontext|getcontext|localcontext)|threading\.(settrace|setprofile|stack_size|excepthook)\w*|time\.(tzset|sleep|clock_settime\w*)|io\.open|calendar\.setfirstweekday|re\.purge|zoneinfo\.reset_tzpath|urllib\.parse\.clear_cache|abc\.update_abstractmethods|inspect\.markcoroutinefunction|contextlib\.(redirect_\w+|chdir)|unittest\.(main|installHandler|registerResult|removeResult|removeHandler)|typing\.clear_overloads|cache_clear|clear_cache|logging\.FileHandler|types\.new_class|weakref\.finalize|dataclasses\.make_dataclass|functools\.reduce|append|appendleft|extend|insert|update|add|pop|popitem|remove|clear|setdefault|discard|register|sort|reverse|write|write_text|write_bytes|mkdir|touch|unlink|rename|rmdir|chmod|symlink_to|open|start|set)$/;

const PURE_ELSEWHERE =
  /^(os\.(fspath|fsencode|fsdecode|PathLike|cpu_count|getpid|path\.\w+|strerror)|sys\.(getsizeof|intern|getrefcount|exc_info)|logging\.(Formatter|Handler|StreamHandler|NullHandler|Filter|LoggerAdapter|getLevelName)|random\.(Random|SystemRandom)|locale\.(strcoll|strxfrm)|multiprocessing\.cpu_count|socket\.gethostname|tempfile\.gettempdir|gettext\.\w*gettext|importlib\.util\.find_spec|importlib\.machinery\.\w+|xml\.etree\.ElementTree\.(Element|QName|fromstring)|string\.\w+|ctypes\.(c_\w+|POINTER|sizeof|Structure|Union|CFUNCTYPE)|bisect\.bisect\w*|sqlite3\.\w*Error|asyncio\.(Lock|Event|Queue|Semaphore|Condition)|warnings\.deprecated|shutil\.which|getpass\.getuser|codecs\.(lookup|BOM\w*|getwriter|getreader)|json\.\w+)$/;

const READS =
  /^(os\.(environ\.(get|keys|values|items|copy)|environb\.get|getenv|getenvb|getcwd|getuid|geteuid|listdir|scandir|stat|access|uname)|sys\.(getrecursionlimit|getdefaultencoding|getfilesystemencoding|getswitchinterval|gettrace|getprofile)|logging\.(getLevelNamesMapping|getLoggerClass)|locale\.(getlocale|getpreferredencoding|getdefaultlocale|localeconv)|signal\.getsignal|socket\.getdefaulttimeout|gc\.(get_\w+|is\w+)|glob\.\w+|random\.getstate|mimetypes\.guess\w*|sysconfig\.\w+)$/;

/** Names of such modules that something else sets. */
const SET_ELSEWHERE =
  /^(time\.(timezone|altzone|daylight|tzname)|decimal\.(DefaultContext|BasicContext|ExtendedContext))$/;

/** Constants of modules that have state otherwise. */
const CONSTANT =
  /^(os\.(name|sep|altsep|pathsep|linesep|curdir|pardir|extsep|devnull|defpath|path|PathLike|[A-Z]_?[A-Z0-9_]*)|sys\.(version|version_info|platform|maxsize|maxunicode|byteorder|implementation|hexversion|api_version|flags|float_info|int_info|hash_info|executable|prefix|base_prefix|exec_prefix|builtin_module_names|stdlib_module_names)|(logging|signal|socket|ssl|select|errno|subprocess|locale|mmap|fcntl|termios|resource|winreg|msvcrt|ctypes|zipfile|tarfile|sqlite3)\.[A-Z][A-Z0-9_]*|\w+(\.\w+)*\.[A-Z]\w*(Error|Warning|Exception))$/;

/** @param path a qualified name without calls: `os.environ.get` */
export function doingOf(path: string, called: boolean): Doing {
  if (PURE_FOREIGN.test(path)) return called && !HOLDS.test(path) ? 'looks' : 'holds';
  if (!isStandard(path)) return called ? 'touches' : 'reads';
  if (path === 'logging.getLogger') return 'shared';
  const known = called ? CALLED.find(({ names }) => names.test(path)) : undefined;
  if (known) return known.doing;
  if (SET_ELSEWHERE.test(path)) return 'reads';
  if (isPure(path) || CONSTANT.test(path) || PURE_ELSEWHERE.test(path)) return 'nothing';
  return !called || READS.test(path) ? 'reads' : 'touches';
}

/** The first that fits a call counts. */
const CALLED: readonly { readonly names: RegExp; readonly doing: Doing }[] = [
  { names: CHANGES, doing: 'touches' },
  { names: HOLDS, doing: 'holds' },
  { names: LOOKS, doing: 'looks' },
];

function isPure(path: string): boolean {
  for (let index = path.length; index > 0; index = path.lastIndexOf('.', index - 1))
    if (PURE_MODULES.has(path.slice(0, index))) return true;
  return false;
}

/** The state that a name of another module belongs to: `@os` for `os.environ`, the world for what is not the standard library's. */
export const stateOf = (path: string): string => (isStandard(path) ? `@${stateModule(path.split('.', 1)[0]!)}` : WORLD);

const BUILTIN_HOLDS = new Set('callable id type property staticmethod classmethod super object slice'.split(' '));

const BUILTIN_LOOKS = new Set('isinstance issubclass hasattr'.split(' '));

const BUILTIN_TOUCHES = new Set(
  'print input open exec eval __import__ breakpoint exit quit globals locals help next setattr delattr anext aiter'.split(
    ' ',
  ),
);

const BUILTIN_WORLD = new Set(
  'print input open exec eval __import__ breakpoint exit quit globals locals help'.split(' '),
);

export function builtinDoing(name: string): Doing {
  if (BUILTIN_HOLDS.has(name)) return 'holds';
  if (BUILTIN_LOOKS.has(name)) return 'looks';
  return BUILTIN_TOUCHES.has(name) ? 'touches' : 'nothing';
}

export const touchesWorld = (builtin: string): boolean => BUILTIN_WORLD.has(builtin);

/** Methods of plain containers and texts that change nothing. */
export const READER_METHOD =
  /^(get|keys|values|items|copy|join|split|rsplit|splitlines|partition|strip|lstrip|rstrip|format|format_map|lower|upper|title|casefold|encode|decode|replace|translate|startswith|endswith|removeprefix|removesuffix|index|count|find|match|search|fullmatch|findall|finditer|sub|group|groups|union|intersection|difference|issubset|issuperset|isdisjoint|isdigit|isalpha|isidentifier|total_seconds|isoformat|_replace|_asdict|as_posix|joinpath|resolve|with_suffix|with_name)$/;

/** Methods by which containers and registries change. */
export const CHANGING_METHOD =
  /^(append|appendleft|extend|insert|update|add|pop|popitem|remove|clear|setdefault|discard|register|sort|reverse|set|put|push|subscribe|connect|on|write)$/;
