// Measures the screen in a pseudo terminal: first paint, key to paint, bytes a key, CPU.
// usage: node bench/tui/run.mjs [files...]   (after `npm run build`; default 100 1800 10000 100000)
// LAZYGIT=/path/to/lazygit measures that beside it, in the same workspaces.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { spawn } from '@lydell/node-pty';

const MAIN = fileURLToPath(new URL('../../dist/src/cli/main.js', import.meta.url));
const SCAN_MS = 180_000;
const KEY_MS = 5_000;
const TICKS_MS = 10;
const COLUMNS = 120;
const ROWS = 40;
const LAZYGIT = process.env.LAZYGIT ?? null;
const KEYS = [
  ...'jjjjjjjjjjkkkkk',
  '\u001B[6~',
  '\u001B[6~',
  '\u001B[5~',
  'G',
  'g',
  's',
  's',
  'm',
  'm',
  'l',
  'l',
  'l',
  'l',
  '/',
  ...'mod_7',
  '\u001B',
  ...'jjjjj',
  '2',
  '3',
  '4',
  '1',
  '?',
  '\u001B',
  '+',
  '_',
];
const sizes = process.argv.slice(2).map(Number);

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** A third Rust, Python and TypeScript, with functions whose branches differ; one commit. */
function makeWorkspace(root, count) {
  const texts = [
    (i) => [`mod_${i}.rs`, `pub fn step_${i}(a: u32) -> u32 {\n    if a > ${i % 9} { a + 1 } else { a }\n}\n`],
    (i) => [
      `mod_${i}.py`,
      `def step_${i}(a):\n    for b in a:\n        if b > ${i % 9}:\n            return b\n    return ${i}\n`,
    ],
    (i) => [`mod_${i}.ts`, `export function step${i}(a: number): number {\n  return a > ${i % 9} ? a : ${i};\n}\n`],
  ];
  for (let i = 0; i < count; i++) {
    const folder = join(root, `src/area_${Math.floor(i / 200)}`);
    if (i % 200 === 0) mkdirSync(folder, { recursive: true });
    const [name, text] = texts[i % 3](i);
    writeFileSync(join(folder, name), text);
  }
  const git = (...args) =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
      cwd: root,
      stdio: 'ignore',
    });
  git('init', '-q');
  git('add', '-A');
  for (let day = 0; day < 12; day++) git('commit', '-q', '--allow-empty', '-m', `day ${day}`);
}

/** CPU milliseconds of a process, all threads, and of its first thread. */
function cpuOf(pid) {
  const read = (path) => {
    const fields = readFileSync(path, 'latin1')
      .replace(/^.*\) /, '')
      .split(' ');
    return (Number(fields[11]) + Number(fields[12])) * TICKS_MS;
  };
  return { all: read(`/proc/${pid}/stat`), main: read(`/proc/${pid}/task/${pid}/stat`) };
}

const quantile = (values, q) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * q))] ?? Number.NaN;

/** Presses each key and waits for the next whole frame. */
async function pressAll(child, frames, keys) {
  const times = [];
  const bytes = [];
  for (const key of keys) {
    await sleep(120);
    const before = { count: frames.count, bytes: frames.bytes };
    const began = performance.now();
    child.write(key);
    while (frames.count === before.count && performance.now() - began < KEY_MS) await sleep(1);
    times.push((frames.count === before.count ? performance.now() : frames.at) - began);
    bytes.push(frames.bytes - before.bytes);
  }
  return { times, bytes };
}

/** Most memory that a process had, in MB. */
const peakOf = (pid) => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))[1]) / 1024;

function bareNode() {
  const began = performance.now();
  spawnSync(process.execPath, ['-e', '0']);
  const wall = performance.now() - began;
  return { wall, cpu: childCpu() };
}

/** `spawnSync` waits for its child, so that its CPU time is counted here. */
function childCpu() {
  const fields = readFileSync('/proc/self/stat', 'latin1')
    .replace(/^.*\) /, '')
    .split(' ');
  const total = (Number(fields[13]) + Number(fields[14])) * TICKS_MS;
  const added = total - childCpu.last;
  childCpu.last = total;
  return added;
}
childCpu.last = 0;

/** A program in a terminal, with what it has written counted. */
function start(command, root, env) {
  const frames = { count: 0, bytes: 0, at: 0, tail: '', first: null };
  const began = performance.now();
  const child = spawn(command[0], command.slice(1), { cols: COLUMNS, rows: ROWS, cwd: root, env });
  child.onData((data) => {
    frames.first ??= performance.now() - began;
    frames.bytes += data.length;
    frames.tail = (frames.tail + data).slice(-20_000);
    frames.count += 1;
    frames.at = performance.now();
  });
  return { child, frames, began };
}

async function until(frames, pattern, began, most) {
  while (!pattern.test(frames.tail) && performance.now() - began < most) await sleep(5);
  return pattern.test(frames.tail);
}

/** One row of the table. @param keys that are pressed once all is read */
async function measure({ name, command, rows, done, keys }, root, env, bare) {
  const { child, frames, began } = start(command, root, env);
  await until(frames, rows, began, SCAN_MS);
  const real = { wall: performance.now() - began, cpu: cpuOf(child.pid).all };
  const isScanned = await until(frames, done, began, SCAN_MS);
  const scan = performance.now() - began;
  await sleep(1500);
  const scanCpu = cpuOf(child.pid);
  const { times, bytes } = await pressAll(child, frames, keys);
  const keysCpu = cpuOf(child.pid);
  const peak = peakOf(child.pid);
  child.kill();
  await sleep(500);
  const s = (ms) => (ms / 1000).toFixed(2);
  return `| ${[
    name,
    `${s(frames.first)}`,
    `${s(real.wall - bare.wall)}`,
    `${s(real.cpu - bare.cpu)}`,
    isScanned ? (scan / 1000).toFixed(1) : `not in ${SCAN_MS / 1000}`,
    (scanCpu.all / 1000).toFixed(1),
    `${quantile(times, 0.5).toFixed(0)} / ${quantile(times, 0.95).toFixed(0)}`,
    `${quantile(bytes, 0.5)} / ${quantile(bytes, 0.95)}`,
    ((keysCpu.main - scanCpu.main) / keys.length).toFixed(1),
    peak.toFixed(0),
    loadavg()[0].toFixed(1),
  ].join(' | ')} |`;
}

async function measureAll(count) {
  const home = mkdtempSync(join(tmpdir(), 'omni-bench-'));
  const root = join(home, 'workspace');
  mkdirSync(root);
  makeWorkspace(root, count);
  // A first start would show a greeting over the rows.
  mkdirSync(join(home, '.config/lazygit'), { recursive: true });
  writeFileSync(join(home, '.config/lazygit/config.yml'), 'disableStartupPopups: true\n');
  const env = {
    ...process.env,
    HOME: home,
    TERM: 'xterm-256color',
    OMNI_REFACTOR_STATE: join(home, 'state'),
    OMNI_REFACTOR_CACHE: join(home, 'cache'),
  };
  for (const name of ['CI', 'NO_COLOR']) delete env[name];
  const omni = { command: [process.execPath, MAIN], rows: /mod_\d+\.(?:rs|py|ts)/, done: / sources/, keys: KEYS };
  const others = LAZYGIT
    ? [
        {
          name: `lazygit, ${count}`,
          command: [LAZYGIT],
          rows: /branches/,
          done: /branches/,
          keys: [...'jjjjjkkkkk2345jjjjj'],
        },
      ]
    : [];
  for (const one of [{ ...omni, name: `${count}` }, { ...omni, name: `${count}, read before` }, ...others]) {
    childCpu();
    process.stdout.write(`${await measure(one, root, env, bareNode())}\n`);
  }
  rmSync(home, { recursive: true, force: true });
}

process.stdout.write(
  '| files | first paint, s | real rows beyond bare `node`, s | CPU of that, s | scan, s | its CPU, s | key to paint p50 / p95, ms | bytes a key p50 / p95 | CPU a key, ms | most memory, MB | load |\n|---|---|---|---|---|---|---|---|---|---|---|\n',
);
for (const count of sizes.length > 0 ? sizes : [100, 1800, 10_000, 100_000]) await measureAll(count);
process.exit(0);
