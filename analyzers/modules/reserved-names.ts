import type { Definition, Outline, Unit } from '../../src/core/unit.ts';

const list = (text: string): readonly string[] => text.trim().split(/\s+/);

// Names that say nothing about what is inside: nobody proposes them, a person may want them.
const VAGUE = list('misc helpers helper utils util common other stuff part impls items base');

// Files of these names mean something to a compiler or a loader.
const MEANT = list('impl core lib mod main index init self');

// Reserved device names of Windows, with any extension.
const WINDOWS = list(
  'con prn aux nul com1 com2 com3 com4 com5 com6 com7 com8 com9 lpt1 lpt2 lpt3 lpt4 lpt5 lpt6 lpt7 lpt8 lpt9',
);

const RUST = list(`
  as async await break const continue crate dyn else enum extern false fn for gen if impl in let loop match mod move mut pub ref return
  self static struct super trait true type unsafe use where while abstract become box do final macro override priv try typeof unsized
  virtual yield union std core alloc proc_macro test bool char str u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize f32 f64
  vec option result string default drop debug clone copy`);

const PYTHON = list(`
  and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or
  pass raise return try while with yield match case type none true false abs aiter all anext any ascii bin bool breakpoint bytearray
  bytes callable chr classmethod compile complex copyright credits delattr dict dir divmod enumerate eval exec exit filter float format
  frozenset getattr globals hasattr hash help hex id input int isinstance issubclass iter len license list locals map max memoryview min
  next object oct open ord pow print property quit range repr reversed round set setattr slice sorted staticmethod str sum super tuple
  vars zip abc argparse array ast asyncio atexit base64 bisect builtins bz2 calendar cmath code codecs collections colorsys contextlib
  contextvars copy csv ctypes curses dataclasses datetime dbm decimal difflib dis doctest email encodings enum errno faulthandler fcntl
  filecmp fileinput fnmatch fractions ftplib functools gc getopt getpass gettext glob graphlib grp gzip hashlib heapq hmac html http
  imaplib importlib inspect io ipaddress itertools json keyword linecache locale logging lzma mailbox marshal math mimetypes mmap
  multiprocessing netrc numbers operator optparse os parser pathlib pdb pickle pkgutil platform plistlib poplib posix pprint profile
  pstats pty pwd queue quopri random re readline resource runpy sched secrets select selectors shelve shlex shutil signal site smtplib
  socket socketserver sqlite3 ssl stat statistics string stringprep struct subprocess symtable sys sysconfig syslog tarfile tempfile
  termios test textwrap threading time timeit tkinter token tokenize tomllib trace traceback tracemalloc types typing unicodedata
  unittest urllib uuid venv warnings wave weakref webbrowser winreg wsgiref xml xmlrpc zipapp zipfile zipimport zlib zoneinfo`);

const JAVASCRIPT = list(`
  break case catch class const continue debugger default delete do else enum export extends false finally for function if implements import
  in instanceof interface let new null package private protected public return static super switch this throw true try typeof undefined
  var void while with yield index`);

const BY_LANGUAGE: Readonly<Record<Outline['language'], readonly string[]>> = {
  rust: RUST,
  python: PYTHON,
  javascript: JAVASCRIPT,
};

/**
 * Whether a module may be proposed under the name. File names are compared without regard to case, names inside the file exactly.
 * @param taken names of siblings, crates and dependencies
 */
export function nameJudge(outline: Outline, taken: readonly string[]): (name: string) => boolean {
  const mayBeNamed = givenNameJudge(outline, taken);
  return (name) => !/^part_?\d*$/.test(name) && !VAGUE.includes(name) && mayBeNamed(name);
}

/** The same for a name that a person chose. */
export function givenNameJudge(outline: Outline, taken: readonly string[]): (name: string) => boolean {
  const reserved = new Set([
    ...MEANT,
    ...WINDOWS,
    ...BY_LANGUAGE[outline.language],
    ...taken.map((name) => name.toLowerCase()),
  ]);
  const inFile = new Set(outline.units.flatMap((unit) => unit.defines.filter(collides(unit)).map(({ name }) => name)));
  // `iter::once(…)` in some body means the crate or an import there: a module of that name would be taken for it.
  const begun = outline.language === 'rust' ? outline.units.flatMap(({ uses }) => uses.map(({ name }) => name)) : [];
  const firsts = new Set(begun.filter((name) => /^[a-z]/.test(name)));
  const prefix = outline.language === 'python' ? '_' : '';
  return (name) =>
    /^[a-z][a-z0-9_]*$/.test(name) &&
    !reserved.has(name) &&
    !reserved.has(`_${name}`) &&
    !firsts.has(name) &&
    !inFile.has(`${prefix}${name}`);
}

/** A Rust function and a module may share a name, unless an attribute macro makes a hidden module for the function. */
function collides(unit: Unit): (definition: Definition) => boolean {
  const plain = unit.kind === 'fn' && !unit.hazards.some(({ id }) => id === 'R39' || id === 'R40');
  return () => !plain;
}
