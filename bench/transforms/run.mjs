// npm run bench:transforms -- WORK CLONES [NAME]: runs each published transform of rows.mjs by jscodeshift and by `run`, over the same files,
// and compares both results after prettier. WORK keeps packages, copies and a result for each row: a second start goes on behind them.
// CLONES holds bare repositories or clones named owner+name/repo; what is not there is fetched from GitHub.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { renderTable } from './render-table.mjs';
import { PACKAGES, ROWS } from './rows.mjs';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
const [work, clones, only] = [resolve(process.argv[2]), resolve(process.argv[3]), process.argv[4]];
const packages = join(work, 'packages');
const require = createRequire(join(packages, 'none.js'));

const run = (command, args, options = {}) =>
  spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 28, timeout: 900_000, ...options });

function install() {
  mkdirSync(packages, { recursive: true });
  if (existsSync(join(packages, 'node_modules/prettier'))) return;
  writeFileSync(join(packages, 'package.json'), JSON.stringify({ private: true, dependencies: PACKAGES }));
  execFileSync('npm', ['install', '--ignore-scripts', '--legacy-peer-deps', '--no-audit', '--no-fund'], {
    cwd: packages,
    stdio: 'inherit',
  });
}

/** The files of a row at its commit, as a repository of their own. */
function base({ repository, commit, files }, folder) {
  const local = join(clones, repository.replace('/', '+'), 'repo');
  const git = (...args) => run('git', ['-C', local, ...args], { encoding: 'buffer' }).stdout;
  if (!existsSync(local)) {
    mkdirSync(local, { recursive: true });
    execFileSync('git', ['init', '-q', local]);
    execFileSync('git', ['-C', local, 'fetch', '-q', '--depth', '1', `https://github.com/${repository}`, commit]);
  }
  const paths = git('ls-tree', '-r', '--name-only', commit)
    .toString('utf8')
    .split('\n')
    .filter((path) => files.test(path));
  for (const path of paths) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), git('show', `${commit}:${path}`));
  }
  const own = (...args) => execFileSync('git', ['-C', folder, '-c', 'user.name=a', '-c', 'user.email=a@b', ...args]);
  own('init', '-q');
  own('add', '-A');
  own('commit', '-qm', 'base');
  return paths;
}

const changedIn = (folder) =>
  run('git', ['-C', folder, 'diff', '--name-only'])
    .stdout.split('\n')
    .filter((path) => path !== '');

function linesIn(folder, paths) {
  const stat = run('git', ['-C', folder, 'diff', '--numstat', '--', ...paths]).stdout;
  return stat.split('\n').reduce(
    (sum, line) =>
      sum +
      line
        .split('\t')
        .slice(0, 2)
        .reduce((n, one) => n + (Number(one) || 0), 0),
    0,
  );
}

async function formatted(text, path) {
  const prettier = require(join(packages, 'node_modules/prettier'));
  const parser = /\.tsx?$/.test(path) ? 'babel-ts' : 'babel';
  return prettier.format(text, { parser, filepath: path, singleQuote: true });
}

async function compare(paths, theirs, ours) {
  const [differing, blank] = [[], []];
  for (const path of paths) {
    const texts = [theirs, ours].map((folder) => readFileSync(join(folder, path), 'utf8'));
    try {
      const [one, other] = await Promise.all(texts.map((text) => formatted(text, path)));
      if (withoutBlank(one) !== withoutBlank(other)) differing.push(path);
      else if (one !== other) blank.push(path);
    } catch (error) {
      differing.push(`${path}: ${error.message.split('\n')[0]}`);
    }
  }
  return { differing, blank };
}

/** Prettier keeps blank lines as they are. */
const withoutBlank = (text) => text.replace(/\n\s*\n/g, '\n');

async function measure(row) {
  const folder = join(work, 'rows', row.transform.replaceAll('/', '+'));
  const [first, theirs, ours] = ['base', 'jscodeshift', 'run'].map((name) => join(folder, name));
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(first, { recursive: true });
  const paths = base(row, first);
  for (const copy of [theirs, ours]) cpSync(first, copy, { recursive: true });
  const transform = join(packages, 'node_modules', row.transform);
  const shift = join(packages, 'node_modules/jscodeshift/bin/jscodeshift.js');
  const asked = ['-t', transform, `--parser=${row.parser}`, '--extensions=js,jsx,ts,tsx', '--cpus=2'];
  const said = run(process.execPath, [shift, ...asked, ...paths], { cwd: theirs });
  const program = [
    join(PROJECT, 'dist/src/cli/main.js'),
    'run',
    transform,
    '--parser',
    row.parser,
    '--json',
    '--workers',
    '2',
    '--file-seconds',
    '120',
  ];
  const ran = run(process.execPath, program, { cwd: ours });
  const report = JSON.parse(ran.stdout);
  if (report.kind !== 'run') throw new Error(`${row.transform}: ${report.error.what}: ${report.error.why}`);
  const [changed, own] = [changedIn(theirs), changedIn(ours)];
  const all = [...new Set([...changed, ...own])].sort();
  return {
    ...row,
    files: paths.length,
    theirs: changed.length,
    ours: own.length,
    theirErrors: Number(/(\d+) errors/.exec(said.stdout)?.[1] ?? 0),
    ourErrors: report.counts.failed,
    failures: report.files.filter(({ status }) => status === 'failed').map(({ path, why }) => `${path}: ${why}`),
    whole: report.files.filter((file) => file.whole.length > 0).map(({ path, whole }) => `${path}: ${whole[0].why}`),
    ...(await compare(all, theirs, ours)),
    theirLines: linesIn(theirs, all),
    ourLines: linesIn(ours, all),
  };
}

install();
mkdirSync(join(work, 'results'), { recursive: true });
for (const row of ROWS) {
  const place = join(work, 'results', `${row.transform.replaceAll('/', '+')}.json`);
  if (existsSync(place) || (only !== undefined && !row.transform.includes(only))) continue;
  const result = await measure(row).catch((error) => ({ error }));
  if (result.error) {
    process.stdout.write(`${result.error.message}\n`);
    continue;
  }
  writeFileSync(place, `${JSON.stringify(result, null, 2)}\n`);
  process.stdout.write(
    `${result.transform}: ${result.theirs} / ${result.ours}, ${result.differing.length} differ, ${result.theirLines} / ${result.ourLines} lines\n`,
  );
}
const results = ROWS.map(({ transform }) => join(work, 'results', `${transform.replaceAll('/', '+')}.json`)).filter(
  existsSync,
);
writeFileSync(join(work, 'table.md'), renderTable(results.map((place) => JSON.parse(readFileSync(place, 'utf8')))));
