/**
 * State of the process that names of the standard library depend on beside their arguments: files, the current folder and the environment
 * (`@os`), the standard streams, paths of import and arguments (`@sys`), and registries of their modules. Read from the library's sources,
 * 3.9 to 3.14.
 */

/** Modules that work on files, the environment or other programs: all of that is one state. */
const WITH_FILES = new Set(
  `bz2 dbm fileinput filecmp genericpath getpass glob gzip io linecache lzma mmap nt ntpath os pathlib posix posixpath shelve shutil sqlite3
subprocess tarfile tempfile zipfile pty pwd grp`.split(/\s+/),
);

const SAME_STATE: Readonly<Record<string, string>> = { datetime: 'time', _thread: 'threading', _decimal: 'decimal' };

/** The module whose state a top-level module of the standard library works on. */
export const stateModule = (module: string): string => (WITH_FILES.has(module) ? 'os' : (SAME_STATE[module] ?? module));

interface Row {
  readonly names: RegExp;
  readonly roots: readonly string[];
}

const row = (names: RegExp, ...roots: string[]): Row => ({ names, roots });

/** What calling such a name looks at; where it changes something, it changes it there too. */
const CALLS: readonly Row[] = [
  row(
    /^(os\.path|posixpath|ntpath|genericpath)\.(exists|lexists|isfile|isdir|islink|ismount|isjunction|isdevdrive|is\w+file|getsize|get[acm]time|same\w+|realpath|abspath|relpath|expanduser|expandvars)$/,
    '@os',
  ),
  row(/^os\.(cpu_count|process_cpu_count)$/, '@os'),
  row(
    /^pathlib\.\w*Path\.(?!(joinpath|with_\w+|relative_to|is_relative_to|is_absolute|is_reserved|match|full_match|as_posix|as_uri|parts|drive|root|anchor|parents?|name|suffix|suffixes|stem)\b)\w+/,
    '@os',
  ),
  row(/^(shutil\.which|tempfile\.gettempdirb?|tempfile\.gettempprefixb?|getpass\.getuser|tokenize\.open)$/, '@os'),
  row(/^configparser\.\w+\.read\w*$/, '@os'),
  row(/^importlib\.(util\.find_spec|metadata\.\w+|resources\.\w+)/, '@sys', '@os', '@importlib'),
  row(/^(pkgutil\.(?!ModuleInfo)\w+|runpy\.\w+)$/, '@sys', '@os', '@importlib'),
  row(/^importlib\.machinery\.(all_suffixes|PathFinder|FileFinder)/, '@sys', '@os', '@importlib'),
  row(/^logging\.(StreamHandler|FileHandler)$/, '@sys', '@os', '@logging'),
  row(/^logging\.(getLogger|getLevelName|LoggerAdapter|Handler)$/, '@logging'),
  row(/^contextlib\.redirect_\w+$/, '@sys'),
  row(/^contextlib\.chdir$/, '@os'),
  row(/^contextvars\.copy_context$/, '@contextvars'),
  row(/^(argparse\.ArgumentParser|optparse\.OptionParser)$/, '@sys'),
  row(/^(argparse\.ArgumentParser|optparse\.OptionParser)\.\w+$/, '@sys', '@os', '@gettext'),
  row(/^time\.(localtime|strftime|strptime|ctime|asctime|mktime)$/, '@time', '@os', '@locale'),
  row(/^datetime\.(datetime|date)\.(now|today|fromtimestamp|strptime)$/, '@time', '@os', '@locale'),
  row(/^(email\.utils\.(localtime|formatdate|format_datetime)|zoneinfo\.\w+)/, '@time', '@os', '@zoneinfo'),
  row(/^decimal\./, '@decimal'),
  row(/^(locale\.(strcoll|strxfrm)|calendar\.\w+)$/, '@locale', '@calendar'),
  row(/^codecs\.(lookup|getwriter|getreader)$/, '@codecs'),
  row(/^gettext\.\w*gettext$/, '@gettext', '@os', '@locale'),
  row(/^copy\.\w+$/, '@copyreg'),
  row(/^threading\.(active_count|enumerate|current_thread|main_thread)$/, '@threading'),
  row(/^asyncio\.(Lock|Event|Queue|Semaphore|Condition)$/, '@asyncio'),
  row(/^inspect\.(getmodule\w*|getsource\w*|getfile|getsourcefile|stack|currentframe)$/, '@sys', '@os'),
  row(/^random\.Random$/, '@random'),
  row(/^uuid\.(getnode|uuid1)$/, '@uuid'),
  row(/^socket\.gethostname$/, '@socket'),
];

/** What objects of such a class look at when they are asked later: by any method but those that only make a path, or by their operators. */
const OBJECTS: readonly Row[] = [
  row(/^pathlib\.(Path|PosixPath|WindowsPath)\b/, '@os'),
  row(/^configparser\.\w*Parser$/, '@os'),
  row(/^(argparse\.ArgumentParser|optparse\.OptionParser)$/, '@sys', '@os', '@gettext'),
  row(/^contextvars\.ContextVar$/, '@contextvars'),
  row(/^logging\.\w+$/, '@logging', '@sys'),
  row(/^zoneinfo\./, '@zoneinfo', '@os'),
  row(/^(datetime\.datetime\.\w+|time\.\w+)$/, '@time', '@os', '@locale'),
  row(/^(zipfile|tarfile|io|tempfile|sqlite3)\./, '@os'),
];

/** Operators of such objects look there too. */
const OPERATORS: readonly Row[] = [row(/^decimal\./, '@decimal')];

/** Of a path, and of what stands before its last names: `time.localtime` in `time.localtime(0).tm_hour`. */
function rootsIn(rows: readonly Row[], path: string): string[] {
  const found = new Set<string>();
  for (let end = path.length; end > 0; end = path.lastIndexOf('.', end - 1)) {
    const name = path.slice(0, end);
    for (const { names, roots } of rows) if (names.test(name)) for (const root of roots) found.add(root);
  }
  return [...found];
}

/** @param path a qualified name without calls: `os.path.exists` */
export const ambientOfCall = (path: string): string[] => rootsIn(CALLS, path);
export const ambientOfObject = (path: string): string[] => rootsIn(OBJECTS, path);
export const ambientOfOperators = (path: string): string[] => rootsIn(OPERATORS, path);

/** Methods by which paths and the like look at files and change nothing. */
export const LOOKING_METHOD =
  /^(exists|is_(file|dir|symlink|mount|socket|fifo|block_device|char_device|junction)|stat|lstat|read_text|read_bytes|iterdir|glob|rglob|walk|resolve|absolute|expanduser|samefile|owner|group|readlink|cwd|home|namelist|getnames|infolist|getmembers|strftime|astimezone|timestamp)$/;
