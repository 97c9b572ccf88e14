import { expect, test } from 'vitest';
import { loadedByTool } from '../../../../analyzers/readings/python/loaded-by-tools.ts';
import { pythonSplitModule } from '../../../../codemods/python/split-module/index.ts';
import { proveStatic } from '../../../../src/engine/prove/python/prove-static.ts';
import { handPlan } from '../../../helpers/plan-python.ts';
import { viewOf } from '../../../helpers/split-cases.ts';

const INI = '[pytest]\naddopts = -q --import-mode=importlib\n';
const MOVED = 'def give():\n    return 1\n';
const REST = 'def test_rest():\n    assert 1\n';

/** The hazards that a split of a file names, and whether S finds it wrong. */
function judged(path: string, settings: Readonly<Record<string, string>>): [string[], boolean] {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const stem = path.slice(folder.length, -3);
  const before = viewOf({ ...settings, [path]: `${MOVED}\n\n${REST}` });
  const plan = handPlan(before, path, { give: ['def give'] });
  const result = pythonSplitModule.run(before, { path, plan, notes: false });
  const part = `${folder}_${stem}_give.py`;
  const facade = `from _${stem}_give import give\n\n\n${REST}`;
  const after = viewOf({ ...settings, [path]: facade, [part]: `__name__ = "${stem}"\n\n\n${MOVED}` });
  const proofs = proveStatic(before, after, null, [path, part]);
  return [
    result.status === 'refused' ? result.refusals.map(({ hazard }) => hazard) : [],
    proofs.some(({ verdict }) => verdict === 'failed'),
  ];
}

test.each<[string, Record<string, string>, boolean]>([
  ['tests/test_a.py', { 'pytest.ini': INI }, true],
  ['tests/conftest.py', { 'pytest.ini': INI }, true],
  ['conftest.py', { 'pytest.ini': INI }, true],
  ['tests/test_a.py', { 'pyproject.toml': '[tool.pytest.ini_options]\naddopts = ["--import-mode=importlib"]\n' }, true],
  ['tests/test_a.py', { 'pyproject.toml': '[tool.pytest.ini_options]\naddopts = "--import-mode importlib"\n' }, true],
  ['tests/test_a.py', { 'run.sh': 'pytest --import-mode=importlib tests\n' }, true],
  ['tests/check_a.py', { 'pytest.ini': `${INI}python_files = check_*.py\n` }, true],
  ['tests/test_a.py', { 'pytest.ini': `${INI}pythonpath = src tests\n` }, false],
  ['tests/test_a.py', { 'pytest.ini': '[pytest]\naddopts = --import-mode=prepend\n' }, false],
  ['tests/helpers.py', { 'pytest.ini': INI }, false],
  [
    'tools/gen.py',
    { 'main.py': 'import importlib.util\nimportlib.util.spec_from_file_location("gen", D + "/gen.py")\n' },
    true,
  ],
  ['tools/gen.py', { 'main.py': 'import runpy\nrunpy.run_path("tools/gen.py")\n' }, true],
  ['tools/gen.py', { 'main.py': 'import runpy\nrunpy.run_path("tools/other_gen.py")\n' }, false],
  ['tests/test_a.py', { 'run.sh': 'python3 -m unittest tests.test_a\n' }, true],
  ['deploy/conf.py', { Procfile: 'web: gunicorn -c deploy/conf.py app:app\n' }, true],
  ['deploy/conf.py', { Dockerfile: 'CMD ["gunicorn", "--config", "deploy/conf.py", "app:app"]\n' }, true],
  ['deploy/web.py', { 'uwsgi.ini': '[uwsgi]\nwsgi-file = deploy/web.py\n' }, true],
  ['deploy/web.py', { 'site.conf': 'WSGIScriptAlias / /srv/deploy/web.py\n' }, true],
  ['tools/pp.py', { '.gdbinit': 'source tools/pp.py\n' }, true],
  ['tools/pp.py', { '.lldbinit': 'command script import tools/pp.py\n' }, false],
  ['tools/draw.py', { Makefile: 'all:\n\tblender -b --python tools/draw.py\n' }, true],
  ['jupyter_server_config.py', {}, true],
  ['profile_default/ipython_config.py', {}, true],
  ['tests/test_a.py', { 'run.sh': 'python3 -m unittest tests.test_ab\n' }, false],
])('%s with %j: imported by its path: %s', (path, settings, alone) => {
  expect(judged(path, settings)).toEqual([alone ? ['H92'] : [], alone]);
});

test.each<[string, string, boolean]>([
  ['app/pages/stats.py', 'import streamlit as st\n\nst.write(1)\n', true],
  ['app/pages/stats.py', 'import flask\n', false],
  ['dags/team/daily.py', 'from airflow import DAG\n\ndag = DAG("x")\n', true],
  ['dags/daily.py', 'from airflow import DAG\n\ndag = DAG("x")\n', false],
])('%s that says %j: imported by its path: %s', (path, text, alone) => {
  const view = viewOf({ [path]: `${text}\n\n${MOVED}` });
  expect(loadedByTool(view, path) !== null).toBe(alone);
});

test.each([
  ['', true],
  ['from .rest import other\n\n\n', false],
])('a package that is run by its folder, whose __main__.py begins with %j', (head, alone) => {
  const common = { 'pkg/__init__.py': '', 'pkg/rest.py': 'def other():\n    return 2\n' };
  const main = `${head}${MOVED}\n\nprint(give())\n`;
  const before = viewOf({ ...common, 'pkg/__main__.py': main });
  const plan = handPlan(before, 'pkg/__main__.py', { give: ['def give'] });
  const result = pythonSplitModule.run(before, { path: 'pkg/__main__.py', plan, notes: false });
  const facade = `${head}from ._main___give import give\n\n\nprint(give())\n`;
  const part = '__name__ = "pkg.__main__"\n\n\n';
  const after = viewOf({ ...common, 'pkg/__main__.py': facade, 'pkg/_main___give.py': `${part}${MOVED}` });
  const proofs = proveStatic(before, after, null, ['pkg/__main__.py', 'pkg/_main___give.py']);
  const found = result.status === 'refused' && result.refusals.some(({ hazard }) => hazard === 'H29');
  expect([found, proofs.some(({ why }) => why.includes('path of its folder'))]).toEqual([alone, alone]);
});

const BACKEND = '[build-system]\nrequires = ["setuptools"]\nbuild-backend = "setuptools.build_meta"\n';

test.each<[string, string, Record<string, string>, boolean]>([
  ['docs/conf.py', 'project = "x"\n', {}, true],
  ['docs/conf.py', 'import os\nimport sys\n\nsys.path.insert(0, os.path.abspath("."))\nproject = "x"\n', {}, false],
  ['app/conf.py', 'COLOR = "x"\n', {}, false],
  ['setup.py', 'import setuptools\n', { 'pyproject.toml': BACKEND }, true],
  ['setup.py', 'import setuptools\n', { 'pyproject.toml': `${BACKEND}backend-path = ["."]\n` }, false],
  ['setup.py', 'import setuptools\n', {}, false],
  ['migrations/versions/a1_init.py', 'down_revision = None\n', {}, true],
  ['pins/versions/a1_init.py', 'LAST = None\n', {}, false],
  ['library/my_mod.py', 'from ansible.module_utils.basic import AnsibleModule\n', {}, true],
  ['library/my_mod.py', 'BOOKS = 1\n', {}, false],
  ['hatch_build.py', '', {}, true],
  ['noxfile.py', '', {}, true],
])('a tool loads %s by its path: %j with %j, so S fails a split: %s', (path, head, settings, fails) => {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const stem = path.slice(folder.length, -3);
  const rest = 'def rest():\n    return 1\n';
  const before = viewOf({ ...settings, [path]: `${head}\n\n${MOVED}\n\n${rest}` });
  const after = viewOf({
    ...settings,
    [path]: `${head}from _${stem}_give import give\n\n\n${rest}`,
    [`${folder}_${stem}_give.py`]: `__name__ = "${stem}"\n\n\n${MOVED}`,
  });
  const why = proveStatic(before, after, null, [path, `${folder}_${stem}_give.py`]).flatMap((proof) =>
    proof.verdict === 'failed' ? proof.why : [],
  );
  expect(why.some((one) => one.includes('loads it by its path'))).toBe(fails);
});
