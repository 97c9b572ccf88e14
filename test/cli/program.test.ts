import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CompiledTool, compileTool } from '../helpers/compiled-tool.ts';
import { journey } from '../helpers/journey.ts';
import { tempFolder } from '../helpers/temp-workspace.ts';

let tool: CompiledTool;

beforeAll(() => {
  tool = compileTool({ probes: false });
  chmodSync(tool.dir, 0o755);
});

afterAll(() => tool.remove());

interface Started {
  readonly child: ChildProcess;
  /** What it has written to stderr so far. */
  readonly said: () => string;
  readonly ended: Promise<{ readonly code: number | null; readonly stderr: string }>;
}

/** The program itself, with state and cache in `home`; `before` is shell that runs in front of it. */
function start(
  root: string,
  home: string,
  args: readonly string[],
  more: { before?: string; uid?: number; path?: string } = {},
): Started {
  const main = join(tool.dir, 'src/cli/main.js');
  const script = `${more.before ?? ':'}; exec "$@"`;
  const child = spawn('/bin/sh', ['-c', script, 'sh', process.execPath, main, ...args], {
    cwd: root,
    env: {
      PATH: more.path ?? process.env.PATH,
      HOME: home,
      OMNI_REFACTOR_STATE: join(home, 'state'),
      OMNI_REFACTOR_CACHE: join(home, 'cache'),
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: 'safe.directory',
      GIT_CONFIG_VALUE_0: '*',
    },
    stdio: ['ignore', 'ignore', 'pipe'],
    ...(more.uid === undefined ? {} : { uid: more.uid, gid: more.uid }),
  });
  let stderr = '';
  child.stderr!.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  return {
    child,
    said: () => stderr,
    ended: new Promise((done) => child.on('close', (code) => done({ code, stderr }))),
  };
}

const SPLIT = ['split', 'src/stall.rs', '--limit', '60', '--evidence'];
const TOLD = /error: .+\n {2}why: .+\n {2}do: {2}.+\n$/;

async function until(ready: () => boolean): Promise<void> {
  for (let i = 0; i < 600 && !ready(); i++) await sleep(50);
  expect(ready()).toBe(true);
}

test('a folder that this user may not write to', async () => {
  const at = journey('rust');
  const home = tempFolder();
  const plain = process.geteuid!() === 0 ? 65_534 : process.geteuid!();
  for (const folder of [home, at.root, dirname(at.root)]) if (folder !== '/tmp') chmodSync(folder, 0o755);
  if (process.geteuid!() === 0) chownSync(home, plain, plain);
  else chmodSync(join(at.root, 'src'), 0o555);
  const before = at.tree();
  const { code, stderr } = await start(at.root, home, [...SPLIT, 'S'], { uid: plain }).ended;
  expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringMatching(TOLD) });
  expect(stderr).toContain('permission denied');
  expect(at.tree()).toEqual(before);
});

test('a disk that is full: nothing is written, and the next run works', async () => {
  const at = journey('rust', { 'src/stall.rs': BIG });
  const home = tempFolder();
  const before = at.tree();
  const { code, stderr } = await start(at.root, home, [...SPLIT, 'S'], { before: "trap '' XFSZ; ulimit -f 8" }).ended;
  expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringMatching(TOLD) });
  expect(stderr).toContain('full');
  expect(at.tree()).toEqual(before);
  expect(await start(at.root, home, [...SPLIT, 'S']).ended).toMatchObject({ code: 0 });
});

const BIG = ['Fruit', 'Scale']
  .map(
    (word) =>
      `pub struct ${word};\n${Array.from({ length: 60 }, (_, i) => `/// ${'x'.repeat(200)}\npub fn ${word.toLowerCase()}_${i}(_: &${word}) {}\n`).join('')}`,
  )
  .join('\n');

test('no toolchain: the rung is named, with what goes on without it', async () => {
  const at = journey('rust');
  const home = tempFolder();
  const bin = join(home, 'bin');
  mkdirSync(bin);
  const git = process.env
    .PATH!.split(':')
    .map((folder) => join(folder, 'git'))
    .find(existsSync)!;
  symlinkSync(git, join(bin, 'git'));
  const before = at.tree();
  const { code, stderr } = await start(at.root, home, [...SPLIT, 'S,B'], { path: bin }).ended;
  expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringMatching(TOLD) });
  expect(stderr).toContain('cargo');
  expect(at.tree()).toEqual(before);
});

test('Ctrl-C while a proof runs: exit 130, nothing written, and the next run works', async () => {
  const home = tempFolder();
  const at = journey('rust', { 'wait.sh': `touch ${home}/running\nsleep 600\n` });
  const before = at.tree();
  const run = start(at.root, home, [...SPLIT, 'S', '--test', 'sh wait.sh']);
  await until(() => existsSync(join(home, 'running')));
  run.child.kill('SIGINT');
  expect(await run.ended).toMatchObject({ code: 130, stderr: expect.stringContaining('Cancelled.') });
  expect(at.tree()).toEqual(before);
  expect(readdirSync(join(home, 'state')).length).toBe(1);
  expect(await start(at.root, home, [...SPLIT, 'S']).ended).toMatchObject({ code: 0 });
});

test('two runs at once: the second waits; each change is whole', async () => {
  const home = tempFolder();
  const at = journey('rust', { 'wait.sh': `touch ${home}/running\nwhile [ ! -f ${home}/go ]; do sleep 0.05; done\n` });
  const first = start(at.root, home, [...SPLIT, 'S', '--test', 'sh wait.sh']);
  await until(() => existsSync(join(home, 'running')));
  const second = start(at.root, home, ['split', 'src/till.rs', '--limit', '30', '--evidence', 'S']);
  const third = start(at.root, home, [...SPLIT, 'S']);
  await until(() => [second, third].every(({ said }) => said().includes('Waiting for process')));
  expect([second.child.exitCode, third.child.exitCode]).toEqual([null, null]);
  at.write({ [`../${home.split('/').at(-1)}/go`]: '' });
  expect(await first.ended).toMatchObject({ code: 0 });
  expect(await second.ended).toMatchObject({ code: 0 });
  expect(await third.ended).toMatchObject({ code: 0 });
  expect(Object.keys(at.tree())).toEqual(expect.arrayContaining(['src/stall/scale.rs', 'src/till/price.rs']));
});

test('an edit while a proof runs is never overwritten', async () => {
  const home = tempFolder();
  const at = journey('rust', { 'wait.sh': `touch ${home}/running\nwhile [ ! -f ${home}/go ]; do sleep 0.05; done\n` });
  const run = start(at.root, home, [...SPLIT, 'S', '--test', 'sh wait.sh']);
  await until(() => existsSync(join(home, 'running')));
  at.write({ 'src/stall.rs': '// mine\n', [`../${home.split('/').at(-1)}/go`]: '' });
  const before = at.tree();
  const { code, stderr } = await run.ended;
  expect({ code, stderr }).toMatchObject({ code: 3, stderr: expect.stringMatching(TOLD) });
  expect(stderr).toContain('src/stall.rs');
  expect(at.tree()).toEqual(before);
});
