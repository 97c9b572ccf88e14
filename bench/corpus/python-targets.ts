import { type Package, sdist, type Target, target } from './targets.ts';

const PROOF = { evidence: ['S', 'B', 'A', 'M', 'T'] } as const;
const SMALL = { ...PROOF, limit: 200 } as const;

/** A module of the standard library by its path there, and the suites of `test` that are its own. */
const library = (path: string, suites: readonly string[], more: Partial<Target> = PROOF): Target =>
  target(
    { ecosystem: 'library', name: path, version: '3.11', suites: suites.map((suite) => `test_${suite}`) },
    path,
    more,
  );

const BOLTONS = sdist('boltons', '25.0.0');

/** Modules of packages that nobody tuned for: run once, at the end. */
function heldOut(): readonly Target[] {
  const files: readonly (readonly [of: Package, file: string, more?: Partial<Target>])[] = [
    [sdist('tomlkit', '0.13.3', ['pyyaml==6.0.3']), 'tomlkit/items.py'],
    [sdist('pyflakes', '3.4.0'), 'pyflakes/checker.py'],
    [
      sdist('python-dateutil', '2.9.0.post0', ['six==1.17.0', 'freezegun==1.5.5', 'hypothesis==6.148.2']),
      'src/dateutil/rrule.py',
    ],
    [sdist('parse', '1.20.2'), 'parse.py'],
    [sdist('inflect', '7.5.0', ['more-itertools==10.8.0', 'typeguard==4.4.4']), 'inflect/__init__.py'],
    [sdist('markdown', '3.9', ['pyyaml==6.0.3']), 'markdown/inlinepatterns.py', SMALL],
    [sdist('cachetools', '6.2.1'), 'src/cachetools/__init__.py', SMALL],
    [sdist('sqlparse', '0.5.3'), 'sqlparse/sql.py', SMALL],
    [sdist('schema', '0.7.7'), 'schema.py', SMALL],
    [sdist('natsort', '8.4.0', ['hypothesis==6.148.2', 'pytest-mock==3.15.1']), 'natsort/utils.py', SMALL],
  ];
  return files.map(([of, file, more]) => target(of, file, { ...PROOF, ...more, heldOut: true }));
}

/** Files under 1,000 lines are divided at 200. */
export const PYTHON_TARGETS: readonly Target[] = [
  library('statistics.py', ['statistics']),
  library('ipaddress.py', ['ipaddress']),
  library('argparse.py', ['argparse']),
  library('difflib.py', ['difflib']),
  library('optparse.py', ['optparse']),
  library('shutil.py', ['shutil']),
  library('configparser.py', ['configparser']),
  library('inspect.py', ['inspect']),
  library('tarfile.py', ['tarfile']),
  library('zipfile.py', ['zipfile']),
  library('ast.py', ['ast']),
  library('mailbox.py', ['mailbox']),
  library('smtplib.py', ['smtplib']),
  library('pickletools.py', ['pickletools']),
  library('http/client.py', ['httplib']),
  library('http/cookiejar.py', ['http_cookiejar']),
  library('logging/handlers.py', ['logging']),
  library('logging/__init__.py', ['logging']),
  library('urllib/request.py', ['urllib', 'urllib2']),
  library('urllib/parse.py', ['urlparse']),
  library('xml/etree/ElementTree.py', ['xml_etree', 'xml_etree_c']),
  library('traceback.py', ['traceback']),
  library('enum.py', ['enum']),
  library('functools.py', ['functools']),
  library('dataclasses.py', ['dataclasses']),
  library('pathlib.py', ['pathlib']),
  library('platform.py', ['platform']),
  library('typing.py', ['typing']),
  library('unittest/case.py', []),
  library('unittest/mock.py', []),
  library('nntplib.py', ['nntplib']),
  library('calendar.py', ['calendar'], SMALL),
  library('textwrap.py', ['textwrap'], SMALL),
  library('csv.py', ['csv'], SMALL),
  library('uuid.py', ['uuid'], SMALL),
  library('tempfile.py', ['tempfile'], SMALL),
  library('plistlib.py', ['plistlib'], SMALL),
  library('random.py', ['random'], SMALL),
  library('dis.py', ['dis'], SMALL),
  library('contextlib.py', ['contextlib'], SMALL),
  target(sdist('click', '8.3.1'), 'src/click/core.py', PROOF),
  target(sdist('bottle', '0.13.4'), 'bottle.py', PROOF),
  // Its sdist holds the tests, but not the cases that they read.
  target({ ...sdist('pycodestyle', '2.14.0'), testsFrom: 'PyCQA/pycodestyle@2.14.0' }, 'pycodestyle.py', PROOF),
  target(sdist('more-itertools', '10.8.0'), 'more_itertools/more.py', PROOF),
  target(sdist('tabulate', '0.9.0', ['wcwidth==0.2.14']), 'tabulate/__init__.py', PROOF),
  target(sdist('jinja2', '3.1.6', ['markupsafe==3.0.3', 'trio==0.32.0']), 'src/jinja2/filters.py', PROOF),
  target(BOLTONS, 'boltons/iterutils.py', PROOF),
  target(BOLTONS, 'boltons/strutils.py', PROOF),
  target(sdist('pyasn1', '0.6.1'), 'pyasn1/type/univ.py', PROOF),
  target(sdist('attrs', '25.4.0', ['hypothesis==6.148.2']), 'src/attr/_make.py', PROOF),
  target(sdist('pyparsing', '3.2.5', ['railroad-diagrams==3.0.1', 'jinja2==3.1.6']), 'pyparsing/core.py', PROOF),
  target(sdist('voluptuous', '0.15.2'), 'voluptuous/validators.py', PROOF),
  target(sdist('toolz', '1.0.0'), 'toolz/itertoolz.py', PROOF),
  target(
    sdist('arrow', '1.4.0', [
      'python-dateutil==2.9.0.post0',
      'tzdata==2025.2',
      'pytest-cov==7.0.0',
      'pytest-mock==3.15.1',
      'dateparser==1.2.2',
      'pytz==2025.2',
      'simplejson==3.20.2',
    ]),
    'arrow/locales.py',
    PROOF,
  ),
  target(sdist('typing_extensions', '4.15.0'), 'src/typing_extensions.py', PROOF),
  ...heldOut(),
];
