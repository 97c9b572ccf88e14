import { expect, test } from 'vitest';
import { SILENT } from '../../../../src/core/progress.ts';
import { explainPytest } from '../../../../src/engine/prove/python/explain-pytest.ts';
import { parseJunit } from '../../../../src/engine/prove/python/parse-junit.ts';
import { planTests, runTests } from '../../../../src/engine/prove/python/prove-tests.ts';
import { folderStage } from '../../../helpers/folder-stage.ts';
import { viewOf } from '../../../helpers/split-cases.ts';

async function run(files: Readonly<Record<string, string>>) {
  const view = viewOf(files);
  const stage = folderStage(view, view);
  await stage.show('before');
  const plan = planTests(view, 'm.py');
  const signal = new AbortController().signal;
  const runner = { stage, python: ['python3'], roots: [''], commands: [], onProgress: SILENT, signal };
  const attempt = await runTests(runner, plan, 'm', 'before');
  return { runner: plan.runner, outcomes: 'run' in attempt ? Object.fromEntries(attempt.run) : attempt.why };
}

const PYTEST = `import pytest


@pytest.fixture
def broken():
    raise ValueError("no")


@pytest.mark.parametrize("value, text", [(1, "a"), (2, "<b & c>")])
def test_given(value, text):
    assert value < 2


class TestGroup:
    def test_inside(self):
        pass


@pytest.mark.xfail
def test_expected():
    assert False


@pytest.mark.xfail
def test_unexpected():
    pass


@pytest.mark.xfail(strict=True)
def test_strict():
    pass


@pytest.mark.skip(reason="later")
def test_later():
    pass


def test_setup(broken):
    pass
`;

test('pytest: ids with parameters and classes; what is expected to fail, skipped or cannot be set up', async () => {
  const { runner, outcomes } = await run({ 'm.py': '', 'test_m.py': PYTEST });
  expect(runner).toBe('pytest');
  expect(outcomes).toEqual({
    'test_m::test_given[1-a]': 'passed',
    'test_m::test_given[2-<b & c>]': 'failed',
    'test_m.TestGroup::test_inside': 'passed',
    'test_m::test_expected': 'passed',
    'test_m::test_unexpected': 'passed',
    'test_m::test_strict': 'failed',
    'test_m::test_later': 'skipped',
    'test_m::test_setup': 'failed',
  });
});

test('pytest: a file that cannot be collected is a failed test of its own; the others run', async () => {
  const { outcomes } = await run({
    'm.py': '',
    'test_m.py': 'import pytest\n\n\ndef test_fine():\n    pass\n',
    'test_broken.py': 'import nowhere_at_all\n',
    'test_skipped.py': 'import pytest\n\npytest.skip("not here", allow_module_level=True)\n',
  });
  expect(outcomes).toEqual({ '::test_broken': 'failed', '::test_skipped': 'skipped', 'test_m::test_fine': 'passed' });
});

test('a junit file: entities, ids that occur twice, an outcome for each case', () => {
  const xml = `<?xml version="1.0" encoding="utf-8"?><testsuites><testsuite name="pytest">
<testcase classname="t.A" name="x[&lt;&quot;&amp;]" time="0.1" /><testcase classname="t" name="y"><failure message="a &gt; b">…</failure></testcase>
<testcase classname="t" name="y"><error message="e"/></testcase><testcase classname="t" name="z"><skipped type="pytest.skip" message="s"/></testcase>
<testcase classname="t" name="w"><skipped type="pytest.xfail" message=""/></testcase></testsuite></testsuites>`;
  expect(Object.fromEntries(parseJunit(xml))).toEqual({
    't.A::x[<"&]': 'passed',
    't::y': 'failed',
    't::y#2': 'failed',
    't::z': 'skipped',
    't::w': 'passed',
  });
});

const UNITTEST = `import unittest

import m


class Case(unittest.TestCase):
    def test_fine(self):
        self.assertEqual(m.N, 1)

    def test_wrong(self):
        self.fail()

    def test_parts(self):
        for n in range(2):
            with self.subTest(n=n):
                self.assertEqual(n, 0)

    @unittest.skip("later")
    def test_later(self):
        pass

    @unittest.expectedFailure
    def test_expected(self):
        self.fail()

    @unittest.expectedFailure
    def test_unexpected(self):
        pass


class Broken(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        raise ValueError

    def test_never(self):
        pass
`;

test('unittest: parts of a test, skips, expected failures, classes and files that break', async () => {
  const files = { 'm.py': 'N = 1\n', 'tests/test_m.py': UNITTEST, 'tests/test_broken.py': 'import nowhere_at_all\n' };
  const { runner, outcomes } = await run({ ...files, 'tests/__init__.py': '' });
  expect(runner).toBe('unittest');
  expect(outcomes).toEqual({
    'tests.test_m.Case.test_fine': 'passed',
    'tests.test_m.Case.test_wrong': 'failed',
    'tests.test_m.Case.test_parts': 'failed',
    'tests.test_m.Case.test_later': 'skipped',
    'tests.test_m.Case.test_expected': 'passed',
    'tests.test_m.Case.test_unexpected': 'failed',
    'setUpClass (tests.test_m.Broken)': 'failed',
    'unittest.loader._FailedTest.tests.test_broken': 'failed',
  });
});

const STARTS: readonly [files: readonly string[], start: string][] = [
  [['tests/test_m.py', 'src/test_m.py'], 'tests'],
  [['src/m.py', 'src/test_m.py'], 'src'],
  [['test_m.py', 'src/test_n.py'], '.'],
  [['pkg/__init__.py', 'pkg/tests/__init__.py', 'pkg/tests/test_m.py'], '.'],
  [['src/pkg/__init__.py', 'src/pkg/tests/__init__.py', 'src/pkg/tests/test_m.py'], 'src'],
  [['src/pkg/__init__.py', 'src/pkg/tests/test_m.py', 'src/pkg/tests/test_n.py', 'docs/test_doc.py'], 'src/pkg/tests'],
  [['m.py'], '.'],
];

test.each(STARTS)('unittest: of %j it begins in %s', (files, start) => {
  const view = viewOf(Object.fromEntries(['m.py', ...files].map((path) => [path, ''])));
  expect(planTests(view, 'm.py').start).toBe(start);
});

test('unittest: tests beside the sources of src are found', async () => {
  const text = 'import unittest\n\n\nclass TestM(unittest.TestCase):\n    def test(self):\n        pass\n';
  const { runner, outcomes } = await run({ 'm.py': '', 'src/test_m.py': text });
  expect({ runner, outcomes }).toEqual({ runner: 'unittest', outcomes: { 'test_m.TestM.test': 'passed' } });
});

test('functions called test_… are tests where nothing names pytest; and one import may name it among others', async () => {
  const plain = 'import m\n\n\ndef test_fine():\n    assert m.N == 1\n';
  expect(await run({ 'm.py': 'N = 1\n', 'test_m.py': plain })).toEqual({
    runner: 'pytest',
    outcomes: { 'test_m::test_fine': 'passed' },
  });
  const among = 'import time, pytest, m\n\n\nclass TestM:\n    def test_fine(self):\n        assert m.N == 1\n';
  expect(await run({ 'm.py': 'N = 1\n', 'test_m.py': among })).toEqual({
    runner: 'pytest',
    outcomes: { 'test_m.TestM::test_fine': 'passed' },
  });
});

const SAID: readonly [stdout: string, stderr: string, why: RegExp][] = [
  [
    '',
    'ERROR: usage: m pytest [options]\nm pytest: error: unrecognized arguments: --cov=pkg\n  inifile: x\n  rootdir: y\n',
    /^pytest-cov is missing/,
  ],
  ['', 'm pytest: error: unrecognized arguments: -n4\n  rootdir: y\n', /^pytest-xdist is missing/],
  [
    'INTERNALERROR> Traceback (most recent call last):\nINTERNALERROR>   File "x", line 1\nINTERNALERROR> pytest.PytestUnknownMarkWarning: Unknown pytest.mark.no_cover - is this a typo?\n',
    '',
    /^pytest-cov is missing/,
  ],
  ['', 'ERROR: Missing required plugins: pytest-trio\n', /pytest-trio/],
  [
    '',
    "Traceback (most recent call last):\n  File \"x\", line 1\npluggy._manager.PluginValidationError: Plugin 'c' for hook 'h'\nArgument(s) {'path'} are declared\n",
    /PluginValidationError/,
  ],
  ['', '/usr/bin/python: No module named pytest\n', /No module named pytest/],
  ['pytest.PytestConfigWarning: Unknown config option: asyncio_mode\n', '', /^pytest-asyncio is missing/],
];

test.each(SAID)('pytest that cannot run says why: %j %j', (stdout, stderr, why) => {
  expect(explainPytest(stdout, stderr)).toMatch(why);
});
