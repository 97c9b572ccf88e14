import { expect, test } from 'vitest';
import { djangoSettings } from '../../../../analyzers/readings/python/django-settings.ts';
import type { Rung } from '../../../../src/core/evidence.ts';
import { SILENT } from '../../../../src/core/progress.ts';
import { planTests } from '../../../../src/engine/prove/python/prove-tests.ts';
import { pythonProver } from '../../../../src/engine/prove/python/python-prover.ts';
import type { View } from '../../../../src/workspace/view.ts';
import { folderStage } from '../../../helpers/folder-stage.ts';
import { viewOf } from '../../../helpers/split-cases.ts';

const MANAGE = 'import os\n\n\ndef main():\n    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site1.settings")\n';

test.each<[string, Readonly<Record<string, string>>, string | null]>([
  ['manage.py', { 'manage.py': MANAGE }, 'site1.settings from  by manage.py:5'],
  ['a project below', { 'web/manage.py': MANAGE }, null],
  ['pytest.ini', { 'pytest.ini': '[pytest]\nDJANGO_SETTINGS_MODULE = conf.test\n' }, 'conf.test from  by pytest.ini:2'],
  [
    'pyproject.toml',
    { 'pyproject.toml': '[tool.pytest.ini_options]\n\nDJANGO_SETTINGS_MODULE = "conf.test"\n' },
    'conf.test from  by pyproject.toml:3',
  ],
  [
    'manage.py before pytest',
    { 'manage.py': MANAGE, 'pytest.ini': '[pytest]\nDJANGO_SETTINGS_MODULE = conf.test\n' },
    'site1.settings from  by manage.py:5',
  ],
  ['another manage.py', { 'manage.py': 'print(1)\n' }, null],
])('how a Django project is set up: %s', (_what, files, told) => {
  const found = djangoSettings(viewOf({ 'shop/models.py': '', ...files }), 'shop/models.py');
  expect(found && `${found.module} from ${found.folder} by ${found.place}`).toBe(told);
});

test('the nearest manage.py is the project’s', () => {
  const other = MANAGE.replace('site1', 'site2');
  const view = viewOf({ 'manage.py': MANAGE, 'web/manage.py': other, 'web/shop/models.py': '' });
  expect(djangoSettings(view, 'web/shop/models.py')).toMatchObject({ module: 'site2.settings', folder: 'web' });
});

test('its tests are run by its own runner, unless pytest runs them', () => {
  const files = { 'manage.py': MANAGE, 'shop/models.py': '', 'shop/tests.py': 'import unittest\n' };
  expect(planTests(viewOf(files), 'shop/models.py')).toMatchObject({ runner: 'unittest', settings: 'site1.settings' });
  const withPytest = viewOf({ ...files, 'pytest.ini': '[pytest]\nDJANGO_SETTINGS_MODULE = site1.settings\n' });
  expect(planTests(withPytest, 'shop/models.py')).toMatchObject({ runner: 'pytest', settings: null });
});

/** As Django has it: models cannot be imported before the settings are read. */
const FRAMEWORK = {
  'django/__init__.py':
    'import importlib\nimport os\n\nREADY = []\n\n\ndef setup():\n    READY.append(importlib.import_module(os.environ["DJANGO_SETTINGS_MODULE"]))\n',
  'django/db.py':
    'from django import READY\n\nif not READY:\n    raise RuntimeError("settings are not configured")\n\n\nclass Model:\n    pass\n',
  'site1/__init__.py': '',
  'site1/settings.py': 'APPS = []\n',
};
const ORDER = 'class Order(Model):\n    def total(self):\n        return 1\n';
const BASKET = 'class Basket(Model):\n    def total(self):\n        return 2\n';
const IMPORTS = 'from django.db import Model\n';

async function judged(part: string, manage: Readonly<Record<string, string>>): Promise<string[]> {
  const common = { ...FRAMEWORK, ...manage, 'shop/__init__.py': '' };
  const before = viewOf({ ...common, 'shop/models.py': `${IMPORTS}\n\n${ORDER}\n\n${BASKET}` });
  const after = viewOf({
    ...common,
    'shop/models/__init__.py': `${IMPORTS}\n\n${ORDER}\n\nfrom ._basket import Basket as Basket\n`,
    'shop/models/_basket.py': part,
  });
  return verdicts(before, after);
}

async function verdicts(before: View, after: View): Promise<string[]> {
  const stage = folderStage(before, after);
  const { proofs } = await pythonProver.prove({
    before,
    after,
    changeSet: null,
    rungs: ['B', 'M'],
    testCommand: null,
    stage: { ...stage, env: { ...process.env, DJANGO_SETTINGS_MODULE: undefined } },
    onProgress: SILENT,
    signal: new AbortController().signal,
  });
  return [...new Set(proofs.map(({ rung, verdict }) => `${rung} ${verdict}`))].sort();
}

const PART = `${IMPORTS}\n__name__ = "shop.models"\n\n\n${BASKET}`;

test('models are imported once Django is set up', async () => {
  expect(await judged(PART, { 'manage.py': MANAGE })).toEqual(['B proven', 'M proven']);
});

test('what fails in a part fails then too', async () => {
  expect(await judged(PART.replace(IMPORTS, ''), { 'manage.py': MANAGE })).toContain('B failed');
  expect(await judged(PART.replace('return 2', 'return 3'), { 'manage.py': MANAGE })).toContain('M failed');
});

test('a module that needs nothing of Django is imported where Django cannot be set up', async () => {
  const plain = (text: string): string => text.replace(IMPORTS, '').replaceAll('(Model)', '');
  const before = viewOf({
    'manage.py': MANAGE,
    'shop/__init__.py': '',
    'shop/sums.py': plain(`${ORDER}\n\n${BASKET}`),
  });
  const after = viewOf({
    'manage.py': MANAGE,
    'shop/__init__.py': '',
    'shop/sums/__init__.py': `${plain(ORDER)}\n\nfrom ._basket import Basket as Basket\n`,
    'shop/sums/_basket.py': `__name__ = "shop.sums"\n\n\n${plain(BASKET)}`,
  });
  expect(await verdicts(before, after)).toEqual(['B proven', 'M proven']);
});

test('where nothing says what the settings are, nothing is shown', async () => {
  expect(await judged(PART, {})).toEqual(['B not-run', 'M not-run']);
});

test('what is set up, and whose tests make databases, is announced', () => {
  const view = viewOf({ 'manage.py': MANAGE, 'shop/models.py': '', 'shop/tests.py': 'import unittest\n' });
  const said = (rungs: readonly Rung[]) =>
    pythonProver.announce({ before: view, rungs, testCommand: null }, ['shop/models.py']).join('\n');
  expect(said(['S', 'B', 'T'])).toMatch(/sets up Django first, with the settings site1\.settings \(manage\.py:5\)/);
  expect(said(['T'])).toMatch(/test runner of Django with site1\.settings, which makes its test databases anew/);
  expect(said(['S'])).not.toMatch(/Django/);
});
