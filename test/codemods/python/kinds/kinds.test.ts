import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { pythonSplitModule } from '../../../../codemods/python/split-module/index.ts';
import type { ChangeSet } from '../../../../src/core/change-set.ts';
import { proveStatic } from '../../../../src/engine/prove/python/prove-static.ts';
import type { View } from '../../../../src/workspace/view.ts';
import { type Interpreter, interpreters } from '../../../helpers/interpreters.ts';
import { handPlan } from '../../../helpers/plan-python.ts';
import { runTool } from '../../../helpers/run-tool.ts';
import { viewOf } from '../../../helpers/split-cases.ts';
import { ANNOTATED_NAMES, LIVE_NAMES } from './annotated-names.ts';
import { CHECKING_FLAGS } from './checking-flags.ts';
import { CIRCLES } from './circles.ts';
import { FRAME_NAMES } from './frame-names.ts';
import type { Files, KindRow } from './kind-row.ts';
import { PROGRAMS, RELOADS } from './module-life.ts';
import { PATCHES } from './patches.ts';
import { POSTED_MODELS } from './posted-models.ts';

/** The hazard that the codemod does not see. */
const blind = vi.hoisted(() => ({ to: '' }));
vi.mock('../../../../codemods/python/split-module/refuse.ts', async (original) => {
  const real = await original<typeof import('../../../../codemods/python/split-module/refuse.ts')>();
  return {
    ...real,
    refusalList: (source: Parameters<typeof real.refusalList>[0]) => {
      const { list, refuse } = real.refusalList(source);
      const seeing: typeof refuse = (id, ...rest) => (id === blind.to ? undefined : refuse(id, ...rest));
      return { list, refuse: seeing };
    },
  };
});
afterEach(() => {
  blind.to = '';
});

const ROWS: readonly KindRow[] = [
  ...FRAME_NAMES,
  ...ANNOTATED_NAMES,
  ...LIVE_NAMES,
  ...PROGRAMS,
  ...RELOADS,
  ...POSTED_MODELS,
  ...CHECKING_FLAGS,
  ...PATCHES,
  ...CIRCLES,
];

/** Runs every probe in a process of its own below the folder of its files: prints one JSON list of outputs. */
const PROBE_ALL = `
import concurrent.futures, json, subprocess, sys
def run(job):
    folder, probe = job
    ran = subprocess.run([sys.executable, "-B", "-c", "import sys; sys.path.insert(0, '.')\\n" + probe], cwd=folder, capture_output=True, text=True)
    return ran.stdout + ran.stderr.strip().rpartition("\\n")[2]
with concurrent.futures.ThreadPoolExecutor(2) as pool:
    print(json.dumps(list(pool.map(run, json.load(open(sys.argv[1]))))))
`;

const home = mkdtempSync(join(tmpdir(), 'omni-kinds-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

function split({ before, path, modules, options, layout }: KindRow) {
  const view = viewOf(before);
  const plan = handPlan(view, path, modules, { ...options, ...(layout && { layout }) }, layout ?? 'auto');
  return { view, result: pythonSplitModule.run(view, { path, plan, notes: false }) };
}

const textsOf = (view: View): Record<string, string> =>
  Object.fromEntries(view.files.map(({ path }) => [path, view.text(path)]));

/** Ours and the careless one; null where the split is refused. */
function statesOf(row: KindRow): Readonly<Record<string, Files>> | null {
  const { view, result } = split(row);
  if (result.status === 'refused') return null;
  const ours = textsOf(view.overlay(result.changeSet));
  if (!row.careless) return { ours };
  const careless = { ...ours };
  row.careless(careless);
  return { ours, careless };
}

const wrong = (before: View, after: View, changeSet: ChangeSet | null): string[] => {
  const changed = after.files
    .map(({ path }) => path)
    .filter((path) => path.endsWith('.py') && (!before.file(path) || before.text(path) !== after.text(path)));
  return proveStatic(before, after, changeSet, changed)
    .filter(({ verdict }) => verdict !== 'proven')
    .map(({ why }) => why);
};

test.each(ROWS)('$kind $name: refused by its id, or proven by S, which sees the careless split', (row) => {
  const { view, result } = split(row);
  if (result.status === 'refused') {
    expect(row.refused ? row.kind : result.refusals).toBe(result.refusals[0]!.hazard);
    return;
  }
  expect(row.refused).toBeUndefined();
  if (row.facade) expect(result.notes.join('\n')).toContain(`facade ${row.facade}`);
  expect(wrong(view, view.overlay(result.changeSet), result.changeSet)).toEqual([]);
  expect(wrong(view, view.overlay(result.changeSet), null)).toEqual([]);
  const careless = statesOf(row)?.careless;
  if (careless) expect(wrong(view, viewOf(careless), null)).not.toEqual([]);
});

test.each(ROWS.filter(({ refused }) => refused))('$kind $name: S sees it by itself', (row) => {
  blind.to = row.kind;
  const { view, result } = split(row);
  if (result.status === 'refused') throw new Error(JSON.stringify(result.refusals));
  expect(wrong(view, view.overlay(result.changeSet), result.changeSet)).not.toEqual([]);
});

function write(folder: string, files: Files): string {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(home, folder, path)), { recursive: true });
    writeFileSync(join(home, folder, path), text);
  }
  return join(home, folder);
}

/** What each state of each row says, by one interpreter. */
async function probeAll({ path, version, minor }: Interpreter): Promise<Map<string, string>> {
  const jobs = ROWS.flatMap((row, i) =>
    (row.since ?? 0) > minor
      ? []
      : Object.entries({ before: row.before, ...statesOf(row) }).map(([state, files]) => ({
          key: `${i} ${state}`,
          job: [write(`${version}/${i}/${state}`, files), row.probe],
        })),
  );
  const list = join(home, `${version}.json`);
  writeFileSync(list, JSON.stringify(jobs.map(({ job }) => job)));
  const ran = await runTool(path, ['-c', PROBE_ALL, list], { cwd: home, env: { PYTHONPATH: undefined } });
  if (ran.exitCode !== 0) throw new Error(ran.stderr);
  const said = JSON.parse(ran.stdout) as string[];
  return new Map(jobs.map(({ key }, i) => [key, said[i]!]));
}

const found = await interpreters();
console.info(`Python ${found.map(({ version }) => version).join(', ')}: ${ROWS.length} rows`);

test('there is an interpreter', () => expect(found).not.toEqual([]));

test.each(found)('Python $version says the same of both sides', async (interpreter) => {
  const said = await probeAll(interpreter);
  for (const [i, row] of ROWS.entries()) {
    const [before, ours, careless] = ['before', 'ours', 'careless'].map((state) => said.get(`${i} ${state}`));
    if (before === undefined) continue;
    expect(`${row.name}: ${before}`).not.toMatch(/Error/);
    if (ours !== undefined) expect(`${row.name}: ${ours}`).toBe(`${row.name}: ${before}`);
    if (careless !== undefined && row.shows !== undefined)
      expect(`${row.name}: ${careless === before}`).toBe(`${row.name}: ${interpreter.minor < row.shows}`);
  }
});
