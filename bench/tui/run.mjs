// Measures the screen in a pseudo terminal: first paint, key to paint, bytes a key, CPU.
// usage: node bench/tui/run.mjs [files...]   (after `npm run build`; default 100 10000 100000)
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
async function pressAll(child, frames) {
  const times = [];
  const bytes = [];
  for (const key of KEYS) {
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

async function measure(count) {
  const home = mkdtempSync(join(tmpdir(), 'omni-bench-'));
  const root = join(home, 'workspace');
  mkdirSync(root);
  makeWorkspace(root, count);
  const emptyBegan = performance.now();
  spawnSync(process.execPath, ['-e', '0']);
  const bare = performance.now() - emptyBegan;
  const env = {
    ...process.env,
    TERM: 'xterm-256color',
    OMNI_REFACTOR_STATE: join(home, 'state'),
    OMNI_REFACTOR_CACHE: join(home, 'cache'),
  };
  for (const name of ['CI', 'NO_COLOR']) delete env[name];
  const frames = { count: 0, bytes: 0, at: 0, tail: '' };
  const began = performance.now();
  const child = spawn(process.execPath, [MAIN], { cols: 160, rows: 48, cwd: root, env });
  let first = null;
  child.onData((data) => {
    first ??= performance.now() - began;
    frames.bytes += data.length;
    frames.tail = (frames.tail + data).slice(-20_000);
    if (data.includes('\u001B[?2026l')) {
      frames.count += 1;
      frames.at = performance.now();
    }
  });
  while (!/ sources/.test(frames.tail) && performance.now() - began < SCAN_MS) await sleep(50);
  const scanned = / sources/.test(frames.tail);
  const scan = performance.now() - began;
  await sleep(1500);
  const scanCpu = cpuOf(child.pid);
  const { times, bytes } = await pressAll(child, frames);
  const keysCpu = cpuOf(child.pid);
  child.kill();
  await sleep(500);
  rmSync(home, { recursive: true, force: true });
  const each = (value) => (value / KEYS.length).toFixed(1);
  const ms = (value) => value.toFixed(0);
  return `| ${count} | ${ms(first)} (${(first / bare).toFixed(1)}×) | ${ms(bare)} | ${scanned ? `${(scan / 1000).toFixed(1)} s` : `not in ${SCAN_MS / 1000} s`} | ${(scanCpu.all / 1000).toFixed(1)} s | ${ms(quantile(times, 0.5))} | ${ms(quantile(times, 0.95))} | ${quantile(bytes, 0.5)} / ${quantile(bytes, 0.95)} | ${each(keysCpu.main - scanCpu.main)} | ${loadavg()[0].toFixed(1)} |`;
}

process.stdout.write(
  '| files | first paint, ms | bare `node`, ms | scan | CPU of the scan | key to paint p50, ms | p95, ms | bytes a key p50 / p95 | CPU a key, ms | load |\n| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |\n',
);
for (const count of sizes.length > 0 ? sizes : [100, 10_000, 100_000])
  process.stdout.write(`${await measure(count)}\n`);
process.exit(0);
