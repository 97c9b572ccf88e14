/**
 * Top-level modules of the standard library, 3.9 to 3.14, and typing_extensions, which is nothing else by its makers' word. Left out are private
 * ones, and those that went before 3.13 under names that a project may have: `parser`, `formatter`, `symbol`.
 */
const NAMES = `__future__ abc aifc annotationlib antigravity argparse array ast asyncio atexit audioop base64 bdb binascii
bisect builtins bz2 cProfile calendar cgi cgitb chunk cmath cmd code codecs codeop collections colorsys compileall
compression concurrent configparser contextlib contextvars copy copyreg crypt csv ctypes curses dataclasses datetime dbm
decimal difflib dis doctest email encodings ensurepip enum errno faulthandler fcntl filecmp fileinput fnmatch
fractions ftplib functools gc genericpath getopt getpass gettext glob graphlib grp gzip hashlib heapq hmac html http
idlelib imaplib imghdr importlib inspect io ipaddress itertools json keyword lib2to3 linecache locale logging lzma mailbox
mailcap marshal math mimetypes mmap modulefinder msilib msvcrt multiprocessing netrc nis nntplib nt ntpath nturl2path numbers
opcode operator optparse os ossaudiodev pathlib pdb pickle pickletools pipes pkgutil platform plistlib poplib posix
posixpath pprint profile pstats pty pwd py_compile pyclbr pydoc pydoc_data pyexpat queue quopri random re readline reprlib
resource rlcompleter runpy sched secrets select selectors shelve shlex shutil signal site smtplib sndhdr socket
socketserver spwd sqlite3 sre_compile sre_constants sre_parse ssl stat statistics string stringprep struct subprocess sunau
symtable sys sysconfig syslog tabnanny tarfile telnetlib tempfile termios textwrap this threading time timeit tkinter
token tokenize tomllib trace traceback tracemalloc tty turtle turtledemo types typing typing_extensions unicodedata unittest
urllib uu uuid venv warnings wave weakref webbrowser winreg winsound wsgiref xdrlib xml xmlrpc zipapp zipfile zipimport zlib
zoneinfo _abc _ast _bisect _codecs _collections _collections_abc _datetime _decimal _functools _heapq _io _json _operator _random
_signal _socket _sre _ssl _stat _string _struct _thread _typing _warnings _weakref _weakrefset`;

const MODULES: ReadonlySet<string> = new Set(NAMES.split(/\s+/));

/** @param dotted an absolute name: `os.path.join` */
export const isStandard = (dotted: string): boolean => MODULES.has(dotted.split('.', 1)[0]!);
