import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { checkOutlines } from './check-outlines.mjs';
import { listFound } from './list-found.mjs';
import { runTool } from './run-tool.mjs';

const REPORTS = [
  ['hotspots', '--json'],
  ['hotspots', '--json', '--by', 'module'],
  ['includes', '--json'],
  ['check', '--json'],
];

/** Everything that is measured of one checked-out repository; `faults` is empty when all laws hold. */
export function measureRepository(root) {
  const scratch = mkdtempSync(join(tmpdir(), 'omni-repositories-'));
  try {
    return measure(root, scratch);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function measure(root, scratch) {
  const faults = [];
  const cache = join(scratch, 'cache');
  const cold = runTool(['hotspots', '--json', '--timings'], { cwd: root, cache });
  const warm = runTool(['hotspots', '--json', '--timings'], { cwd: root, cache });
  if (cold.code !== 0) return { name: basename(root), faults: [`hotspots ended with ${cold.code}: ${cold.err}`] };
  if (cold.out !== warm.out) faults.push('hotspots: a warm run tells other bytes than a cold one');

  const found = listFound(root).length;
  const { files, states, nodes } = readTimings(cold.err);
  if (files !== found) faults.push(`${found} files found, ${files} reported`);
  if (Object.values(states).reduce((sum, count) => sum + count, 0) !== files) faults.push('states do not add up');

  const first = runAll({ cwd: root, cache });
  faults.push(...compareWithCopy(root, scratch, first));
  faults.push(...checkTotals(root, first));
  const sources = JSON.parse(first[0].out).entries.map((entry) => entry.path);
  const outlines = checkOutlines(root, sources);
  faults.push(...outlines.faults);
  const { totals, history } = JSON.parse(cold.out);
  return {
    name: basename(root),
    commit: commitOf(root),
    found,
    states,
    totals,
    nodes,
    history: history.used ? `${history.commits} commits` : history.status,
    splices: countSplices(JSON.parse(first[2].out)),
    units: outlines.units,
    slowest: outlines.slowest,
    cold: { wall: cold.wall, cpu: cold.cpu },
    warm: { wall: warm.wall, cpu: warm.cpu },
    checkCode: first[3].code,
    faults,
  };
}

const runAll = (where) => REPORTS.map((args) => runTool(args, where));

/** The same commit at another path, with another time zone, locale and number of threads, without cache: the same bytes. */
function compareWithCopy(root, scratch, first) {
  const copy = join(scratch, 'elsewhere', basename(root));
  cpSync(root, copy, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true });
  const env = { TZ: 'Asia/Kathmandu', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' };
  return REPORTS.flatMap((args, i) => {
    const again = runTool([...args, '--workers', i % 2 === 0 ? '0' : '3'], {
      cwd: copy,
      cache: join(scratch, 'cache-elsewhere'),
      env,
    });
    const name = args.join(' ');
    if (![0, 1].includes(first[i].code)) return [`${name} ended with ${first[i].code}: ${first[i].err}`];
    if (first[i].code !== again.code) return [`${name}: exit ${first[i].code}, elsewhere ${again.code}`];
    return first[i].out === again.out
      ? []
      : [`${name}: other bytes from another path, time zone, locale and thread count`];
  });
}

/** Each physical line belongs to one file and one module. */
function checkTotals(root, [files, modules, includes]) {
  const faults = [];
  const byFile = JSON.parse(files.out);
  const byModule = JSON.parse(modules.out);
  const sum = (entries) => entries.reduce((total, entry) => total + entry.lines, 0);
  const { found, read, failed, lines } = byFile.totals;
  if (found !== read + failed.length) faults.push(`${found} sources, but ${read} read and ${failed.length} failed`);
  for (const { path, reason } of failed) if (!reason) faults.push(`${path} failed without a reason`);
  if (sum(byFile.entries) !== lines) faults.push('lines over files are not the total');
  if (sum(byModule.entries) !== lines) faults.push('lines over modules are not lines over files');
  for (const entry of byFile.entries) {
    const counted = physicalLines(readFileSync(join(root, entry.path), 'utf8'));
    if (counted !== entry.lines) faults.push(`${entry.path} has ${counted} lines, ${entry.lines} were told`);
    if (entry.code + entry.comment + entry.blank !== entry.lines)
      faults.push(`${entry.path}: kinds of lines do not add up`);
  }
  const owners = new Map();
  for (const { id, file, fragments } of JSON.parse(includes.out).modules)
    for (const path of [file, ...fragments]) {
      if (owners.has(path)) faults.push(`${path} belongs to ${owners.get(path)} and to ${id}`);
      owners.set(path, id);
    }
  return faults;
}

const physicalLines = (text) => (text === '' ? 0 : text.split('\n').length - (text.endsWith('\n') ? 1 : 0));

function countSplices({ splices }) {
  const includes = splices.filter(({ kind }) => kind.startsWith('include'));
  return { includes: includes.length, unresolved: splices.filter(({ unresolved }) => unresolved !== null).length };
}

function readTimings(text) {
  const [, files, list] = /^files +(\d+) \(([^)]*)\)/m.exec(text);
  const states = Object.fromEntries(
    list
      .split(', ')
      .filter(Boolean)
      .map((part) => {
        const [count, state] = part.split(' ');
        return [state, Number(count)];
      }),
  );
  return { files: Number(files), states, nodes: Number(/^nodes +(\d+)/m.exec(text)[1]) };
}

function commitOf(root) {
  try {
    return execFileSync('git', ['rev-parse', '--short=10', 'HEAD'], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return '-';
  }
}
