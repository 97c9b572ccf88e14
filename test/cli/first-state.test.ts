import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hashOf } from '../../src/core/hash.ts';
import { stateFolderOf } from '../../src/engine/state/state-folder.ts';
import { readPlan } from '../../src/report/plan/read-plan.ts';
import { writePlanYaml } from '../../src/report/plan/write-plan-yaml.ts';
import { readFolder } from '../helpers/read-folder.ts';
import { type OmniRun, runOmni } from '../helpers/run-omni.ts';
import { PROJECT_ROOT } from '../helpers/run-tool.ts';
import { tempFolder, writeFiles } from '../helpers/temp-workspace.ts';

// What the build of commit 062a402 wrote, on 2026-11-29: two splits, their journals and receipts, plans and a baseline. What a release has
// written, every later one reads and takes back.
const FIXTURE = join(PROJECT_ROOT, 'test/fixtures/first-state');
const MADE_IN = '/home/dev/orchard';
const at = (folder: string): Record<string, string> => readFolder(join(FIXTURE, folder));

interface Found {
  readonly root: string;
  omni(...args: string[]): Promise<OmniRun>;
}

/** The workspace as those splits left it, with what they remembered. */
async function found(): Promise<Found> {
  const root = tempFolder();
  writeFiles(root, at('after'));
  const home = tempFolder();
  const state = await stateFolderOf(root, { OMNI_REFACTOR_STATE: home });
  for (const folder of ['journal', 'receipts'] as const) {
    mkdirSync(state[folder], { recursive: true });
    for (const name of readdirSync(join(FIXTURE, 'state', folder))) {
      const text = readFileSync(join(FIXTURE, 'state', folder, name), 'utf8');
      writeFileSync(join(state[folder], name), folder === 'journal' ? movedJournal(text, root) : text);
    }
  }
  return { root, omni: (...args) => runOmni(root, args, { OMNI_REFACTOR_STATE: home }) };
}

/** A journal says where its workspace lies, below a checksum. */
function movedJournal(text: string, folder: string): string {
  const body = text.slice(text.indexOf('\n') + 1, -1).replace(JSON.stringify(MADE_IN), JSON.stringify(folder));
  return `${hashOf(body)}\n${body}\n`;
}

test('its receipts are read', async () => {
  const { omni } = await found();
  const { entries } = JSON.parse((await omni('history', '--json')).stdout) as { entries: { id: string }[] };
  expect(entries.map(({ id }) => id)).toEqual(['0002-f16a7e79', '0001-a0841cb8']);
  for (const { id } of entries) expect(await omni('receipt', id)).toMatchObject({ exitCode: 0, stderr: '' });
});

test('its splits are taken back byte for byte, its baseline holds, and its plans are carried out anew', async () => {
  const { root, omni } = await found();
  expect(await omni('undo')).toMatchObject({ exitCode: 0 });
  expect(await omni('undo')).toMatchObject({ exitCode: 0 });
  expect(readFolder(root)).toEqual(at('before'));
  expect(await omni('check', 'budget')).toMatchObject({ exitCode: 0 });
  writeFiles(root, Object.fromEntries(Object.entries(at('plans')).map(([name, text]) => [`plans/${name}`, text])));
  for (const plan of ['pears.yaml', 'pears.json'])
    expect(await omni('split', 'src/pears.rs', '--plan', `plans/${plan}`, '--dry-run')).toMatchObject({ exitCode: 0 });
  expect(
    await omni('split', 'py/pears.py', '--plan', 'plans/pears-python.yaml', '--dry-run', '--anyway'),
  ).toMatchObject({ exitCode: 0 });
});

test('a plan of the first format splits as the same plan in the format of today', async () => {
  const { root, omni } = await found();
  await omni('undo');
  await omni('undo');
  const first = at('plans')['pears.yaml']!;
  expect(first).toMatch(/^version: 1$/m);
  const today = writePlanYaml(readPlan(first, 'pears.yaml').plan);
  expect(today).toMatch(/^version: 2$/m);
  writeFiles(root, { 'plans/first.yaml': first, 'plans/today.yaml': today });
  const [one, other] = await Promise.all(
    ['first', 'today'].map((name) =>
      omni('split', 'src/pears.rs', '--plan', `plans/${name}.yaml`, '--dry-run', '--json'),
    ),
  );
  const made = (run: OmniRun) => JSON.parse(run.stdout) as { changeSets: unknown[]; outcome: string };
  expect(made(one!).outcome).toBe('proven');
  expect(made(one!).changeSets).not.toEqual([]);
  expect(made(one!).changeSets).toEqual(made(other!).changeSets);
});
