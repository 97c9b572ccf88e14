// npm run bench:run -- WORK CLONES [--rounds 5] [--every 1]: one change over the scripts of four repositories, as a transform by jscodeshift 17.4.0
// and by `run`, as a rule by ast-grep 0.51.1 and by `run`, in interleaved rounds. Medians, and the lines that nobody asked for. Needs Linux.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { makeTree } from './make-tree.mjs';
import { unaskedLines } from './unasked-lines.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '5' }, every: { type: 'string', default: '1' } },
});
const [work, clones] = positionals.map((path) => resolve(path));
const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const PACKAGES = { jscodeshift: '17.4.0', '@ast-grep/cli': '0.51.1', typescript: '5.9.3' };

const packages = join(work, 'packages');
if (!existsSync(join(packages, 'node_modules'))) {
  mkdirSync(packages, { recursive: true });
  writeFileSync(join(packages, 'package.json'), JSON.stringify({ private: true, dependencies: PACKAGES }));
  execFileSync('npm', ['install', '--no-audit', '--no-fund'], { cwd: packages, stdio: 'inherit' });
}
const installed = (path) => join(packages, 'node_modules', path);
const tree = join(work, 'tree');
makeTree(tree, clones, Number(values.every));

const [transform, rule] = ['to-be-truthy.cjs', 'to-be-truthy.yml'].map(here);
const program = [process.execPath, here('../../dist/src/cli/main.js'), 'run'];
const SHIFT = ['--parser=tsx', '--extensions=js,jsx,ts,tsx,mjs,cjs,mts,cts', '.'];
const TOOLS = {
  'jscodeshift, transform': [process.execPath, installed('jscodeshift/bin/jscodeshift.js'), '-t', transform, ...SHIFT],
  'run, transform': [...program, transform, '--json'],
  'ast-grep, rule': [installed('.bin/ast-grep'), 'scan', '-U', '-r', rule, '.'],
  'run, rule': [...program, rule, '--json'],
};

const git = (...args) => execFileSync('git', ['-C', tree, ...args], { encoding: 'utf8', maxBuffer: 1 << 28 });
const results = new Map(Object.keys(TOOLS).map((name) => [name, { costs: [], change: null }]));
for (let round = 0; round < Number(values.rounds); round += 1)
  for (const [name, command] of Object.entries(TOOLS)) {
    const { stdout } = spawnSync('python3', [here('watch.py'), join(work, 'out'), ...command], {
      cwd: tree,
      encoding: 'utf8',
      env: { ...process.env, OMNI_REFACTOR_STATE: join(work, 'state') },
    });
    const [code, cpu, wall, peak] = stdout.trim().split(' ').map(Number);
    const result = results.get(name);
    result.costs.push({ cpu, wall, peak });
    result.change ??= { code, ...changed() };
    git('checkout', '-q', '.');
    process.stdout.write(`${name}: ${cpu.toFixed(1)} s CPU, ${wall.toFixed(1)} s, ${peak.toFixed(0)} MB\n`);
    writeFileSync(join(work, 'table.md'), table());
  }

/** What the working tree holds now against the base. */
function changed() {
  const ts = createRequire(join(packages, 'none.js'))('typescript');
  const paths = git('diff', '--name-only', '-z').split('\0').filter(Boolean);
  const lines = git('diff', '--numstat')
    .split('\n')
    .flatMap((row) => row.split('\t').slice(0, 2).map(Number))
    .reduce((sum, one) => sum + (one || 0), 0);
  const unasked = paths.map((path) =>
    unaskedLines(ts, path, git('show', `HEAD:${path}`), readFileSync(join(tree, path), 'utf8')),
  );
  return { files: paths.length, lines, unasked: unasked.reduce((sum, one) => sum + one, 0) };
}

function table() {
  const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;
  const rows = [...results].map(([name, { costs, change }]) => {
    const of = (column, digits) => median(costs.map((cost) => cost[column])).toFixed(digits);
    const { files = '', lines = '', unasked = '', code = '' } = change ?? {};
    return `| ${name} | ${of('cpu', 1)} | ${of('wall', 1)} | ${of('peak', 0)} | ${files} | ${lines} | ${unasked} | ${code} |`;
  });
  const head = '| | CPU s | wall s | peak MB | files | lines of the diff | not asked for | exit |';
  return [head, '|---|---|---|---|---|---|---|---|', ...rows, ''].join('\n');
}
