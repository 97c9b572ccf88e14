import { isStandard } from './stdlib-modules.ts';

/**
 * Settings of the whole process, which much of the standard library looks at: the environment, filters of warnings, the locale, seeds, timeouts,
 * how processes begin, certificates. No file and no other module's state, so that nothing else touches it: a root of its own.
 */
export const SETTINGS = '%settings';
/** The filters of warnings alone: what a pattern is warned of. */
const WARNINGS = '%warnings';

const SETS =
  /^(os\.(environ\b|environb\b|putenv|unsetenv|umask|nice)|random\.(seed|setstate)|warnings\.|logging\.captureWarnings|locale\.|socket\.|multiprocessing\.|ssl\.|gc\.|time\.tzset|asyncio\.|sys\.(set\w+|std(in|out|err)|argv|excepthook|displayhook|dont_write_bytecode)|decimal\.(setcontext|getcontext|localcontext|DefaultContext)|urllib\.request\.|mimetypes\.|http\.|codecs\.register|resource\.|faulthandler\.|signal\.|threading\.(stack_size|settrace|setprofile|excepthook)|zoneinfo\.reset_tzpath|tempfile\.tempdir|gettext\.|readline\.|xml\.|email\.|json\.|csv\.field_size_limit|sqlite3\.register\w+|copyreg\.)/;

/** Modules that make values of their arguments alone, by their sources in CPython 3.9 to 3.14. */
const PLAIN = new Set(
  `__future__ _collections_abc _operator _thread _weakref abc array base64 binascii bisect cmath collections colorsys contextlib contextvars
copy dataclasses difflib dis enum errno fnmatch fractions functools graphlib hashlib heapq hmac html itertools keyword math numbers opcode
operator posixpath ntpath pathlib queue reprlib secrets selectors stat string struct textwrap threading token types typing typing_extensions
unicodedata uuid weakref zlib logging os sys io importlib json ipaddress time datetime calendar`.split(/\s+/),
);

/** @param path a qualified name without calls, that is stored to, or called and changes something */
export const settingsSet = (path: string): readonly string[] => {
  if (/^(warnings\.|logging\.captureWarnings)/.test(path)) return [SETTINGS, WARNINGS];
  return SETS.test(path) ? [SETTINGS] : [];
};

/** @param path a qualified name without calls, that is called. Names of modules left out here have rows of their own: see `ambientOfCall`. */
export const settingsAsked = (path: string): readonly string[] => {
  const module = path.split('.', 1)[0]!;
  if (module === 're') return [WARNINGS];
  return isStandard(path) && !PLAIN.has(module) ? [SETTINGS] : [];
};
