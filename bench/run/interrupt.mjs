// npm run bench:interrupt -- WORK [--each 100] [--files 200] [--seed 1] [--program dist]: `run` over a tree in which every file changes, ended by
// SIGINT and by SIGKILL at drawn moments: half of them of the whole run, half of the time in which it writes. Every file has to hold its old or its
// new bytes, undo has to give all old bytes back, and no process of it may be left. Exit code 1 where one does not. What was measured is kept in
// WORK/results.json, and a second start with the same seed goes on behind it.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    each: { type: 'string', default: '100' },
    files: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    program: { type: 'string', default: fileURLToPath(new URL('../../dist', import.meta.url)) },
  },
});
const work = resolve(positionals[0]);
const tree = join(work, 'tree');
const state = join(work, 'state');
const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const program = [join(resolve(values.program), 'src/cli/main.js')];
// After a signal it has this long to end.
const LONGEST = 60_000;
const env = { ...process.env, OMNI_REFACTOR_STATE: state };
const git = (...args) => execFileSync('git', ['-C', tree, ...args], { encoding: 'utf8' });

const paths = Array.from({ length: Number(values.files) }, (_, i) => `src/part-${i % 20}/file-${i}.test.ts`);
const before = new Map(paths.map((path, i) => [path, textOf(i)]));
makeTree();
const whole = await started('SIGKILL', null, Number.POSITIVE_INFINITY);
const after = new Map(paths.map((path) => [path, contentOf(path)]));
const unchanged = paths.filter((path) => after.get(path) === before.get(path));
if (unchanged.length > 0) throw new Error(`${unchanged.length} files do not change`);

const draw = drawing(Number(values.seed));
const kept = join(work, 'results.json');
/** What was seen of each run so far, in order. */
const runs = existsSync(kept) ? JSON.parse(readFileSync(kept, 'utf8')) : [];
for (let i = 0; i < 2 * Number(values.each); i += 1) {
  const moment = draw();
  if (i < runs.length) continue;
  const signal = i % 2 === 0 ? 'SIGINT' : 'SIGKILL';
  const isWriting = i % 4 > 1;
  reset();
  const run = await started(signal, isWriting, moment * (isWriting ? whole.writing : whole.all));
  runs.push({
    name: `${signal}, ${isWriting ? 'while it writes' : 'at any moment'}`,
    seen: ['runs', ...seen(), ...run.left],
  });
  writeFileSync(kept, JSON.stringify(runs));
  writeFileSync(join(work, 'table.md'), table());
}
process.stdout.write(table());
const FAULTS = ['other bytes', 'not undone', 'left behind', 'still alive'];
process.exitCode = runs.some((run) => run.seen.some((name) => FAULTS.includes(name))) ? 1 : 0;

/**
 * Runs it, and ends it after so many milliseconds: of the run, or of the time since its journal stands.
 * @returns milliseconds of the run, and of its writing; `still alive` where it, or a process that it began, did not end
 */
async function started(signal, isWriting, milliseconds) {
  const began = performance.now();
  let wrote = null;
  let isSent = false;
  let limit;
  const child = spawn(process.execPath, [...program, 'run', here('to-be-truthy.yml'), '--json'], {
    cwd: tree,
    env,
    stdio: 'ignore',
    detached: true,
  });
  const ticks = setInterval(() => {
    if (wrote === null && hasJournal()) wrote = performance.now();
    const since = isWriting ? wrote : began;
    if (isSent || since === null || performance.now() - since < milliseconds) return;
    isSent = child.kill(signal);
    if (isSent) limit = setTimeout(() => child.kill('SIGKILL'), LONGEST);
  }, 2);
  const by = await new Promise((done) => child.on('exit', (_, name) => done(name)));
  clearInterval(ticks);
  clearTimeout(limit);
  const end = performance.now();
  const isLate = signal !== 'SIGKILL' && by === 'SIGKILL';
  return {
    all: end - began,
    writing: end - (wrote ?? end),
    left: isLate || (await hasGroup(child.pid)) ? ['still alive'] : [],
  };
}

/** Whether a process of its group is there a second later. What it leaves is ended. */
async function hasGroup(pid) {
  for (let i = 0; i < 20; i += 1) {
    try {
      process.kill(-pid, 0);
    } catch {
      return false;
    }
    await new Promise((done) => setTimeout(done, 50));
  }
  process.kill(-pid, 'SIGKILL');
  return true;
}

/** The one whose tree may be half changed. */
function hasJournal() {
  return (
    existsSync(state) &&
    readdirSync(state, { recursive: true }).some((path) => path.endsWith(join('journal', 'open.json')))
  );
}

/** @returns what was seen after a run, as names of columns */
function seen() {
  const now = paths.map((path) => [path, contentOf(path)]);
  const changed = now.filter(([path, text]) => text === after.get(path)).length;
  const other = now.filter(([path, text]) => text !== after.get(path) && text !== before.get(path)).length;
  const found = [changed === 0 ? 'no file new' : changed === paths.length ? 'all files new' : 'some files new'];
  if (other > 0) found.push('other bytes');
  const undo = spawnSync(process.execPath, [...program, 'undo', '--json'], { cwd: tree, env, encoding: 'utf8' });
  if (undo.status === 0) found.push('undone');
  if (paths.some((path) => contentOf(path) !== before.get(path))) found.push('not undone');
  if (git('status', '--porcelain', '--ignored') !== '') found.push('left behind');
  return found;
}

function makeTree() {
  for (const folder of [tree, state]) rmSync(folder, { recursive: true, force: true });
  for (const [path, text] of before) {
    mkdirSync(join(tree, path, '..'), { recursive: true });
    writeFileSync(join(tree, path), text);
  }
  git('init', '-q');
  git('add', '-A');
  git('-c', 'user.name=a', '-c', 'user.email=a@b', 'commit', '-qm', 'base');
}

/** The state before a run: nothing was ever applied. */
function reset() {
  rmSync(state, { recursive: true, force: true });
  git('checkout', '-q', '.');
  git('clean', '-qfdx');
}

function textOf(i) {
  const tests = Array.from(
    { length: 12 },
    (_, k) => `  it('case ${k}', () => {\n    expect(make(${i}, ${k})).toBe(true);\n  });\n`,
  );
  return `import { make } from '../make';\n\ndescribe('file ${i}', () => {\n${tests.join('\n')}});\n`;
}

function contentOf(path) {
  try {
    return readFileSync(join(tree, path), 'utf8');
  } catch (error) {
    return error.code;
  }
}

/** Numbers from 0 to below 1 (mulberry32). */
function drawing(seed) {
  let at = seed;
  return () => {
    at = (at + 0x6d2b79f5) | 0;
    let mixed = Math.imul(at ^ (at >>> 15), 1 | at);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function table() {
  const columns = [
    'runs',
    'no file new',
    'some files new',
    'all files new',
    'other bytes',
    'undone',
    'not undone',
    'left behind',
    'still alive',
  ];
  const rows = new Map(runs.map(({ name }) => [name, {}]));
  for (const run of runs) for (const key of run.seen) rows.get(run.name)[key] = (rows.get(run.name)[key] ?? 0) + 1;
  const lines = [...rows].map(
    ([signal, row]) => `| ${[signal, ...columns.map((name) => row[name] ?? 0)].join(' | ')} |`,
  );
  return [`| | ${columns.join(' | ')} |`, `|---|${columns.map(() => '---:|').join('')}`, ...lines, ''].join('\n');
}
