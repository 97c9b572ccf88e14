import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { pythonSplitModule } from '../../../../codemods/python/split-module/index.ts';
import { handPlan } from '../../../helpers/plan-python.ts';
import { PROJECT_ROOT, runTool } from '../../../helpers/run-tool.ts';
import { viewOf } from '../../../helpers/split-cases.ts';
import { MORE_ROWS } from './more-rows.ts';
import type { Files } from './naive-split.ts';
import { HAZARD_ROWS, type HazardRow } from './rows.ts';

/** Runs every probe in a fork of its own, below the folder of its files: prints one JSON list of outputs. */
const PROBE_ALL = `
import contextlib, io, json, os, sys
def run(folder, probe):
    inlet, outlet = os.pipe()
    child = os.fork()
    if child == 0:
        os.chdir(folder)
        sys.path.insert(0, folder)
        said = io.StringIO()
        try:
            with contextlib.redirect_stdout(said):
                exec(probe, {"__name__": "probe"})
        except BaseException as error:
            said.write(f"{type(error).__name__}")
        with os.fdopen(outlet, "w") as pipe:
            pipe.write(said.getvalue().strip())
        os._exit(0)
    os.close(outlet)
    with os.fdopen(inlet) as pipe:
        said = pipe.read()
    os.waitpid(child, 0)
    return said
sys.dont_write_bytecode = True
print(json.dumps([run(folder, probe) for folder, probe in json.load(open(sys.argv[1]))]))
`;

const rows = [...HAZARD_ROWS, ...MORE_ROWS];
const home = mkdtempSync(join(tmpdir(), 'omni-hazards-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

function ours(row: HazardRow): Files | null {
  const view = viewOf(row.before);
  const plan = handPlan(view, row.path, row.modules, {}, row.layout);
  const result = pythonSplitModule.run(view, { path: row.path, plan, notes: false });
  if (result.status === 'refused') {
    expect(result.refusals.map(({ hazard }) => hazard)).toContain(row.refused);
    return null;
  }
  const after = view.overlay(result.changeSet);
  return Object.fromEntries(after.files.map(({ path }) => [path, after.text(path)]));
}

function write(folder: string, files: Files): string {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(home, folder, path)), { recursive: true });
    writeFileSync(join(home, folder, path), text);
  }
  return join(home, folder);
}

async function probeAll() {
  const jobs: [folder: string, probe: string][] = [];
  for (const row of rows) {
    const split = ours(row);
    const states = { before: row.before, broken: row.broken(split, row.before), ours: split ?? row.before };
    for (const [state, files] of Object.entries(states)) jobs.push([write(`${row.id}/${state}`, files), row.probe]);
  }
  writeFileSync(join(home, 'jobs.json'), JSON.stringify(jobs));
  const ran = await runTool('python3', ['-c', PROBE_ALL, join(home, 'jobs.json')], { cwd: home });
  expect(ran.stderr).toBe('');
  return JSON.parse(ran.stdout) as string[];
}

const said = probeAll();

test.each(rows.map((row, i) => ({ ...row, i })))('$id: $naive', async ({ i, id, refused, before, ...row }) => {
  const [was, broken, is] = (await said).slice(3 * i, 3 * i + 3);
  expect(was).not.toMatch(/Error$/);
  expect(broken).not.toBe(was);
  expect(is).toBe(was);
  expect(ours({ id, refused, before, ...row }) === null).toBe(refused !== null);
});

test('the documentation has a row for every hazard, and says what is done about it', () => {
  const text = readFileSync(join(PROJECT_ROOT, 'docs/hazards-python.md'), 'utf8');
  const documented = new Map(
    [...text.matchAll(/^\| (H\d+) \|.*\| (handled|refused|invariant|told)[^|]*\|$/gm)].map(([, id, what]) => [
      id,
      what,
    ]),
  );
  expect([...documented.keys()]).toEqual(Array.from({ length: 38 }, (_, i) => `H${i + 1}`));
  for (const { id, refused } of rows)
    expect(`${id} ${documented.get(id)}`).toBe(`${id} ${refused === null ? 'handled' : 'refused'}`);
});
