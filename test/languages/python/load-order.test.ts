import { expect, test } from 'vitest';
import type { Outline } from '../../../src/core/unit.ts';
import { extractFacts } from '../../../src/languages/extract-facts.ts';
import { conflicts } from '../../../src/languages/python/effect-conflicts.ts';
import { pythonOutline } from '../../../src/languages/python/outline.ts';

/** Whether the order of the last two statements of a module counts. */
function isOrdered(...lines: readonly string[]): boolean {
  const text = `${lines.join('\n\n\n')}\n`;
  const result = extractFacts(text, 'python', [pythonOutline]).get(pythonOutline.id);
  if (result?.status !== 'ok') throw new Error(`${text} is not read: ${result?.status}`);
  const [one, other] = (result.value as Outline).effects!.slice(-2);
  return conflicts(one!, other!);
}

/** What changes state of the process, and what looks at it under another name. */
test.each([
  ['import decimal', 'decimal.getcontext().prec = 50', 'THIRD = decimal.Decimal(1) / decimal.Decimal(3)'],
  ['import os, shutil', 'os.environ["PATH"] = "tools"', 'TOOL = shutil.which("mytool")'],
  [
    'import sys, importlib.util',
    'sys.path.insert(0, "vendor")',
    'HAS = importlib.util.find_spec("fastlib") is not None',
  ],
  ['import sys, pkgutil', 'sys.path.insert(0, "vendor")', 'FOUND = [one.name for one in pkgutil.iter_modules()]'],
  ['import sys, runpy', 'sys.path.insert(0, "vendor")', 'SPACE = runpy.run_module("tool")'],
  ['import sys', 'sys.set_int_max_str_digits(0)', 'LONG = str(10 ** 5000)'],
  ['import sys', 'sys.set_int_max_str_digits(0)', 'LONG = f"{10 ** 5000}"'],
  ['import locale', 'locale.setlocale(locale.LC_ALL, "C")', 'TEXT = f"{1000:n}"'],
  ['import zoneinfo', 'zoneinfo.reset_tzpath(["/x"])', 'PATHS = zoneinfo.TZPATH'],
  ['import os', 'os.makedirs("cachedir")', 'HAS = os.path.isdir("cachedir")'],
  ['import os, pathlib', 'pathlib.Path("a").mkdir()', 'HAS = os.path.isdir("a")'],
  ['import os, pathlib', 'os.makedirs("a")', 'HAS = pathlib.Path("a").exists()'],
  ['import os', 'os.environ["ROOT"] = "/x"', 'ROOT = os.path.expandvars("$ROOT/a")'],
  ['import os, pathlib', 'os.chdir("/")', 'HERE = pathlib.Path.cwd()'],
  ['import os, pathlib', 'os.chdir("/")', 'HERE = pathlib.Path("a").resolve()'],
  ['import os, time', 'os.environ["TZ"] = "UTC"', 'NOW = time.localtime(0)'],
  ['import time, datetime', 'time.tzset()', 'NOW = datetime.datetime.fromtimestamp(0)'],
  ['import locale', 'locale.setlocale(locale.LC_ALL, "C")', 'KEY = locale.strxfrm("a")'],
  ['import codecs', 'codecs.register(print)', 'C = codecs.lookup("mine")'],
  ['import codecs', 'codecs.register_error("mark", print)', 'C = "a".encode("ascii", "mark")'],
  ['import codecs', 'codecs.register(print)', 'C = "a".encode("mine")'],
  ['import gettext', 'gettext.install("shop")', 'TITLE = _("a")'],
  ['import builtins', 'builtins.profile = print', 'TITLE = profile("a")'],
  ['import base', 'base.install()', 'TITLE = tr("a")'],
  ['import sys, logging', 'sys.stderr = open("log", "w")', 'H = logging.StreamHandler()'],
  ['import os, tempfile', 'os.environ["TMPDIR"] = "/x"', 'TEMP = tempfile.gettempdir()'],
  ['import logging', 'logging.setLoggerClass(dict)', 'LOG = logging.getLogger("a")'],
  ['import logging', 'logging.addLevelName(5, "TRACE")', 'NAME = logging.getLevelName(5)'],
  ['import subprocess, os', 'subprocess.run(["mkdir", "a"])', 'HAS = os.path.isdir("a")'],
  ['import calendar', 'calendar.setfirstweekday(6)', 'WEEK = calendar.monthcalendar(2026, 1)'],
  ['import gettext, os', 'os.environ["LANG"] = "de"', 'TEXT = gettext.gettext("a")'],
  ['import warnings, re', 'warnings.simplefilter("ignore")', 'SET = re.compile("[[a]")'],
  ['import os, asyncio', 'os.environ["PYTHONASYNCIODEBUG"] = "1"', 'LOOP = asyncio.new_event_loop()'],
  ['import random, statistics', 'random.seed(1)', 'DRAWN = statistics.NormalDist().samples(2)'],
  ['import os, gettext', 'os.environ["LANGUAGE"] = "de"', 'FOUND = gettext.find("x", "locale")'],
  ['import os, urllib.request', 'os.environ["http_proxy"] = "a"', 'HANDLER = urllib.request.ProxyHandler()'],
  ['import gc', 'gc.disable()', 'ON = gc.isenabled()'],
  ['import os, argparse', 'os.environ["COLUMNS"] = "40"', 'HELP = argparse.HelpFormatter("a")'],
  ['import os, ssl', 'os.environ["SSL_CERT_FILE"] = "a"', 'CONTEXT = ssl.create_default_context()'],
  ['import os, netrc', 'os.environ["HOME"] = "/x"', 'HOSTS = netrc.netrc()'],
  ['import logging, ast', 'logging.captureWarnings(True)', 'TREE = ast.parse("1 is 1")'],
  ['import socket, socketserver', 'socket.setdefaulttimeout(3)', 'S = socketserver.TCPServer(("", 0), None)'],
  [
    'import multiprocessing, concurrent.futures',
    'multiprocessing.set_start_method("spawn")',
    'P = concurrent.futures.ProcessPoolExecutor()',
  ],
  [
    'import ssl, http.client',
    'ssl._create_default_https_context = ssl._create_unverified_context',
    'C = http.client.HTTPSConnection("a")',
  ],
  ['import os, time', 'os.environ["TZ"] = "UTC"\ntime.tzset()', 'OFFSET = time.timezone'],
  [
    'import os, argparse',
    'def make():\n    return argparse.HelpFormatter("a")',
    'os.environ["COLUMNS"] = "40"',
    'HELP = make()',
  ],
  ['import sys', 'sys.modules["sqlite3"] = object()', 'import sqlite3'],
  ['import os', 'os.environ["PYTHONTZPATH"] = "/x"', 'import zoneinfo'],
  ['import numbers', 'numbers.Number.register(dict)', 'IS = issubclass(dict, numbers.Number)'],
])('%s: %s comes before %s', (...lines) => {
  expect(isOrdered(...lines)).toBe(true);
});

/** Objects that look at such state when they are asked. */
test.each([
  ['import os, pathlib', 'P = pathlib.Path("a")', 'os.makedirs("a")', 'HAS = P.exists()'],
  ['import os, pathlib', 'P = pathlib.Path("a")', 'P.mkdir()', 'HAS = os.path.isdir("a")'],
  ['import os, pathlib', 'P = pathlib.Path("a")', 'Q = P / "b"', 'os.makedirs("a/b")', 'HAS = Q.is_dir()'],
  ['import decimal', 'ONE = decimal.Decimal(1)', 'decimal.getcontext().prec = 3', 'THIRD = ONE / 3'],
  ['import contextvars', 'V = contextvars.ContextVar("v")', 'V.set(1)', 'NOW = contextvars.copy_context()'],
])('%s; %s: its objects look at state', (...lines) => {
  expect(isOrdered(...lines)).toBe(true);
});

/** Calls that copy what they are given there and then, or look at it. */
test.each([
  ['import enum', 'NAMES = []', 'NAMES.append("A")', 'E = enum.Enum("E", NAMES)'],
  ['import collections', 'NAMES = []', 'NAMES.append("a")', 'N = collections.namedtuple("N", NAMES)'],
  ['import collections', 'SEED = {}', 'SEED["a"] = 1', 'D = collections.defaultdict(int, SEED)'],
  ['import types', 'D = {}', 'D["a"] = 1', 'N = types.SimpleNamespace(**D)'],
  ['import functools', 'A = []', 'A.append(1)', 'P = functools.partial(max, *A)'],
  ['import operator', 'A = []', 'A.append(1)', 'G = operator.itemgetter(*A)'],
  ['import functools', 'def f():\n    "old"', 'f.__doc__ = "new"', 'W = functools.wraps(f)'],
  ['def f():\n    pass', 'f.mark = 1', 'HAS = hasattr(f, "mark")'],
  ['class A:\n    pass', 'B = type("B", (A,), {})', 'IS = A.__subclasses__()'],
  [
    'import functools',
    '@functools.singledispatch\ndef f(x):\n    return 0',
    '@f.register(int)\ndef g(x):\n    return 1',
    'V = f(3)',
  ],
  ['import typing', 'F = []', 'F.append(("a", int))', 'T = typing.NamedTuple("T", F)'],
])('%s; %s: it is looked at', (...lines) => {
  expect(isOrdered(...lines)).toBe(true);
});

/** What takes no part in the state that stands beside it. */
test.each([
  ['import os', 'os.environ["A"] = "b"', 'P = os.path.join("a", "b")'],
  ['import os, pathlib', 'os.chdir("/")', 'P = pathlib.PurePath("a").with_suffix(".b")'],
  ['import os, pathlib', 'P = pathlib.Path("a")', 'os.chdir("/")', 'Q = P / "b"'],
  [
    'import collections',
    'def make():\n    return 1',
    'SEED = {}',
    'SEED["a"] = 1',
    'D = collections.defaultdict(make)',
  ],
  ['import types', 'D = {}', 'D["a"] = 1', 'M = types.MappingProxyType(D)'],
  ['import functools', 'A = []', 'A.append(1)', 'P = functools.partial(max, A)'],
  ['import codecs', 'codecs.register(print)', 'C = "a".encode("UTF-8", errors="replace")'],
  ['import os', 'os.environ["A"] = "b"', 'import json'],
  ['import sys', 'OURS = sys.modules["a"]', 'import sqlite3'],
  ['import os, re', 'os.environ["DJANGO_SETTINGS_MODULE"] = "a"', 'WORD = re.compile("a+")'],
  ['import re, base', 'APP = base.make()', 'WORD = re.compile("a+")'],
  ['import os, json', 'os.environ["A"] = "b"', 'DATA = json.loads("1")'],
  ['import random, math', 'random.seed(1)', 'ROOT = math.sqrt(2)'],
  ['import sys', 'sys.path.insert(0, "a")', 'X = sys.version_info >= (3, 9)'],
])('%s; %s: no order between the last two', (...lines) => {
  expect(isOrdered(...lines)).toBe(false);
});
