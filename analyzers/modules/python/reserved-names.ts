/** Words, builtins and standard library of Python: no part may be called so. */
export const PYTHON_NAMES: readonly string[] = `
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
  unittest urllib uuid venv warnings wave weakref webbrowser winreg wsgiref xml xmlrpc zipapp zipfile zipimport zlib zoneinfo`
  .trim()
  .split(/\s+/);
