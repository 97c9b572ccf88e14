import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { pythonSplitModule } from '../../../codemods/python/split-module/index.ts';
import { type ChangeSet, changedPaths, isEmptyChangeSet } from '../../../src/core/change-set.ts';
import { conservation } from '../../../src/core/conservation.ts';
import { lineAt, lineStartsOf } from '../../../src/core/lines.ts';
import { validateChangeSet } from '../../../src/core/validate-change-set.ts';
import { proveStatic } from '../../../src/engine/prove/python/prove-static.ts';
import { handPlan } from '../../helpers/plan-python.ts';
import { runTool } from '../../helpers/run-tool.ts';
import { type SplitCase, splitCases, viewOf } from '../../helpers/split-cases.ts';

const cases = splitCases();

function run({ before, plan }: SplitCase) {
  const view = viewOf(before);
  const cuts = plan.cuts?.map((cut) => ({ ...cut, functions: [] }));
  const made = { ...handPlan(view, plan.path, plan.modules, plan.options, plan.layout), cuts };
  return { view, result: pythonSplitModule.run(view, { path: plan.path, plan: made, notes: plan.notes === true }) };
}

test.each(cases.filter((one) => one.refusal === null))('$name: before becomes after, byte for byte', (one) => {
  const { view, result } = run(one);
  if (result.status === 'refused')
    throw new Error(result.refusals.map(({ hazard, why }) => `${hazard} ${why}`).join('\n'));
  expect(validateChangeSet(result.changeSet, view)).toEqual([]);
  expect(conservation(result.changeSet, view.text)).toEqual([]);
  const overlay = view.overlay(result.changeSet);
  const after = Object.fromEntries(overlay.files.map(({ path }) => [path, overlay.text(path)]));
  if (process.env.UPDATE)
    for (const [path, text] of Object.entries(after)) {
      mkdirSync(dirname(join(one.folder, 'after', path)), { recursive: true });
      writeFileSync(join(one.folder, 'after', path), text);
    }
  else expect(after).toEqual(one.after);
  const changed = changedPaths(result.changeSet).filter((path) => path.endsWith('.py') && overlay.file(path));
  const problems = (changeSet: ChangeSet | null): string =>
    proveStatic(view, overlay, changeSet, changed)
      .map(({ verdict, why }) => (verdict === 'proven' ? '' : why))
      .join('');
  expect(problems(result.changeSet)).toBe('');
  // A changed body that no change set declares is a defect.
  if (one.plan.cuts) expect(problems(null)).toMatch(/a statement that is new/);
  else expect(problems(null)).toBe('');
  expect(run(one).result).toEqual(result);
});

test.each(cases.filter((one) => one.refusal !== null))('$name: refused by name, at its line', (one) => {
  const { result } = run(one);
  expect(result.status).toBe('refused');
  if (result.status === 'changed') return;
  const starts = lineStartsOf(one.before[one.plan.path]!);
  const places = result.refusals.map(({ hazard, start }) => ({ hazard, line: lineAt(starts, start) }));
  expect(places).toContainEqual(one.refusal);
  for (const { why, whatToDo } of result.refusals) expect([why, whatToDo]).not.toContain('');
});

test('a plan on the facade of a split moves nothing again', () => {
  const { view, result } = run(cases.find(({ name }) => name === 'package')!);
  if (result.status === 'refused') throw new Error('refused');
  const after = view.overlay(result.changeSet);
  const path = 'shop/orders/__init__.py';
  const again = pythonSplitModule.run(after, { path, plan: handPlan(after, path, {}), notes: false });
  expect(again.status === 'changed' && isEmptyChangeSet(again.changeSet)).toBe(true);
});

const IMPORT_ALL = `
import importlib, os, subprocess, sys
failed = []
for folder, module in (line.split("\\t") for line in sys.argv[1:]):
    for state in ("before", "after"):
        code = "import sys; sys.path.insert(0, sys.argv[1]); import %s as m; names = [n for n in dir(m) if not n.startswith('__')]; print(' '.join(sorted(names)))" % module
        ran = subprocess.run([sys.executable, "-B", "-I", "-c", code, os.path.join(folder, state)], capture_output=True, text=True)
        if state == "before":
            names = set(ran.stdout.split())
        missing = names - set(ran.stdout.split())
        if ran.returncode or missing:
            failed.append(f"{folder} {state}: {missing} {ran.stderr}")
print("\\n".join([sys.version.split()[0], *failed]))
`;

test('the interpreter imports every case before and after, with no name lost', async () => {
  const good = cases.filter((one) => one.after !== null && Object.keys(one.plan.modules).length > 0);
  const asked = good.map(
    ({ folder, plan }) => `${folder}\t${plan.path.replace(/(\/__init__)?\.py$/, '').replaceAll('/', '.')}`,
  );
  const ran = await runTool('python3', ['-c', IMPORT_ALL, ...asked], { cwd: '/' });
  expect(ran.stderr).toBe('');
  const [version, ...failed] = ran.stdout.trim().split('\n');
  console.info(`Python ${version}: ${good.length} cases`);
  expect(failed).toEqual([]);
  expect(good.length).toBeGreaterThan(12);
});
