import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { pythonSplitModule } from '../../../../codemods/python/split-module/index.ts';
import { SILENT } from '../../../../src/core/progress.ts';
import { proveStatic } from '../../../../src/engine/prove/python/prove-static.ts';
import {
  buildOf,
  buildWheel,
  goneFrom,
  judgeWheel,
  type WheelAttempt,
} from '../../../../src/engine/prove/python/prove-wheel.ts';
import { splitShapes } from '../../../../src/engine/prove/python/split-shape.ts';
import type { View } from '../../../../src/workspace/view.ts';
import { folderStage } from '../../../helpers/folder-stage.ts';
import { interpreters } from '../../../helpers/interpreters.ts';
import { handPlan } from '../../../helpers/plan-python.ts';
import { runTool } from '../../../helpers/run-tool.ts';
import { viewOf } from '../../../helpers/split-cases.ts';
import { SHIPPING_ROWS, type ShippingRow } from './shipping-rows.ts';

const CORE = `"""Core."""


def price(amount):
    return amount, "EUR"


def text(item):
    return str(item)
`;
const MODULES = { price: ['def price'], text: ['def text'] };
const scratch = mkdtempSync(join(tmpdir(), 'omni-shipping-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

function split({ files, path = 'shop/core.py', layout }: ShippingRow) {
  const view = viewOf({ ...files, [path]: CORE });
  const plan = handPlan(view, path, MODULES, {}, layout);
  return { view, path, result: pythonSplitModule.run(view, { path, plan, notes: false }) };
}

/** The split without what it lists. */
function unlisted(view: View, after: View): View {
  const texts = after.files.map(({ path }): [string, string] => [
    path,
    /(pyproject\.toml|setup\.(py|cfg)|meson\.build)$/.test(path) ? view.text(path) : after.text(path),
  ]);
  return viewOf(Object.fromEntries(texts));
}

const changed = (before: View, after: View): string[] =>
  after.files
    .filter(({ path }) => path.endsWith('.py') && !/(^|\/)setup\.py$/.test(path))
    .map(({ path }) => path)
    .filter((path) => !before.file(path) || before.text(path) !== after.text(path));

test.each(SHIPPING_ROWS)('$backend: $name', (row) => {
  const { view, result } = split(row);
  if (result.status === 'refused') {
    expect(result.refusals.map(({ hazard }) => hazard)).toEqual(['H26']);
    expect(row.gets).toBeNull();
    return;
  }
  expect(result.notes[0]).toContain(`layout ${row.gets}`);
  expect(result.changeSet.edit.some(({ edits }) => edits.some(({ reason }) => reason === 'manifest'))).toBe(!row.finds);
  const after = view.overlay(result.changeSet);
  const failed = (to: View): string[] =>
    proveStatic(view, to, null, changed(view, to)).flatMap(({ verdict, why }) => (verdict === 'proven' ? [] : [why]));
  expect(failed(after)).toEqual([]);
  if (!row.finds) expect(failed(unlisted(view, after)).join()).toMatch(/would not ship this file/);
});

test('a build that chooses modules by code is said not to be read', () => {
  const own = 'class Build(build_py):\n    def find_package_modules(self, package, folder):\n        return []\n';
  const call = 'setup(name="shop", packages=["shop"], cmdclass={"build_py": Build})\n';
  const files = { 'shop/__init__.py': '', 'setup.py': `from setuptools import setup\n\n\n${own}\n\n${call}` };
  const { result } = split({ name: '', backend: 'setuptools', files, gets: 'package' });
  if (result.status === 'refused') throw new Error(JSON.stringify(result.refusals));
  expect(result.notes.join('\n')).toContain('H26: whether setuptools ships the new files cannot be read');
});

/** Since 70.1 it brings bdist_wheel itself. */
const SETUPTOOLS = `
import setuptools.build_meta
try:
    import setuptools.command.bdist_wheel
except ImportError:
    import wheel
`;

/** An interpreter that can build, for each backend. */
async function builders(): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const given = process.env.BUILD_PYTHON;
  for (const path of [...(given ? [given] : []), ...(await interpreters()).map((one) => one.path)])
    for (const backend of new Set(SHIPPING_ROWS.map((row) => row.backend))) {
      if (found.has(backend)) continue;
      const asked = backend === 'setuptools' ? SETUPTOOLS : `import ${backend}`;
      if ((await runTool(path, ['-c', asked], { cwd: '/' })).exitCode === 0) found.set(backend, path);
    }
  return found;
}

const python = await builders();
const buildable = SHIPPING_ROWS.filter(
  ({ backend, gets }) => backend !== 'mesonpy' && python.has(backend) && gets !== null,
);
console.info(
  `built by ${[...python].map(([backend, path]) => `${backend} of ${path}`).join(', ') || 'nothing'}: ${buildable.length} rows`,
);

async function wheelOf(row: ShippingRow, view: View, path: string): Promise<WheelAttempt> {
  const build = buildOf(view, path);
  if (build === null || typeof build === 'string') throw new Error(`${build}`);
  const stage = { ...folderStage(view, view), scratch };
  await stage.show('before');
  const runner = {
    stage,
    python: [python.get(row.backend)!],
    roots: [],
    commands: [],
    onProgress: SILENT,
    signal: new AbortController().signal,
  };
  return buildWheel(runner, view, build);
}

test('a wheel after a join lacks what the join has taken in, and nothing else', () => {
  const files = { 'pkg/__init__.py': '', 'pkg/core.py': 'A = 1\n', 'pkg/other.py': 'B = 2\n' };
  const before = viewOf({ ...files, 'pkg/_part.py': 'C = 3\n' });
  const after = viewOf({ ...files, 'pkg/core.py': 'A = 1\nC = 3\n' });
  const [shape] = splitShapes(before, after, ['pkg/core.py']).splits;
  const wheel = [...Object.keys(files), 'pkg/_part.py'];
  const said = (now: readonly string[]): string | undefined =>
    judgeWheel(shape!, { files: wheel }, { files: [...now] }, goneFrom(before, after))[0]?.verdict;
  expect(said(Object.keys(files))).toBe('proven');
  expect(said(['pkg/__init__.py', 'pkg/core.py'])).toBe('failed');
});

test.each(buildable)('$backend builds what is read: $name', async (row) => {
  const { view, path, result } = split(row);
  if (result.status === 'refused') throw new Error(JSON.stringify(result.refusals));
  const after = view.overlay(result.changeSet);
  const [shape] = splitShapes(view, after, changed(view, after)).splits;
  const verdicts = async (to: View): Promise<string[]> => [
    ...new Set(
      judgeWheel(shape!, await wheelOf(row, view, path), await wheelOf(row, to, shape!.facade.path)).map(
        ({ verdict, why }) => `${verdict}: ${why}`,
      ),
    ),
  ];
  expect((await verdicts(after)).join()).toMatch(/^proven/);
  if (row.finds) return;
  const build = await wheelOf(row, unlisted(view, after), path);
  const said = judgeWheel(shape!, await wheelOf(row, view, path), build);
  expect(said[0]!.verdict).toBe('failed');
});
