import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isSemver, parsePep440, printPep440, semverToPep440 } from '../../../analyzers/release/versions.ts';
import { numbersOf } from '../generate-workspace.ts';

/**
 * Holds how versions are read against Python's `packaging`, over generated pairs, and what a crate's version becomes in a wheel against
 * what maturin writes.
 * Usage: node run.js PYTHON PAIRS [MATURIN COUNT]
 */
const [python = 'python3', pairCount = '50000', maturin, maturinCount = '300'] = process.argv.slice(2);
const next = numbersOf(20_261_129);
const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)]!;
const some = (chance: number, text: () => string): string => (next() < chance ? text() : '');
const digits = (): string => pick(['0', '1', '2', '9', '10', '007', '2024']);

const WORDS = [
  'alpha',
  'beta',
  'a',
  'b',
  'c',
  'rc',
  'pre',
  'preview',
  'dev',
  'post',
  'rev',
  'r',
  'nightly',
  'x',
  'Alpha',
  'RC',
];

const semver = (): string => {
  const plain = (): string => pick(['0', '1', '2', '9', '10', '2024']);
  const part = (): string => pick([pick(WORDS), plain(), `${pick(WORDS)}${plain()}`, `${pick(WORDS)}-${plain()}`]);
  const parts = (): string => Array.from({ length: pick([1, 1, 2, 3]) }, part).join('.');
  return `${plain()}.${plain()}.${plain()}${some(0.7, () => `-${parts()}`)}${some(0.2, () => `+${parts()}`)}`;
};

const pep440 = (): string => {
  const separator = (): string => pick(['', '.', '-', '_']);
  const release = Array.from({ length: pick([1, 2, 3, 3, 4]) }, digits).join('.');
  const pre = some(0.5, () => `${separator()}${pick(WORDS.slice(0, 8))}${separator()}${some(0.8, digits)}`);
  const post = some(0.2, () =>
    pick([`-${digits()}`, `${separator()}${pick(['post', 'rev', 'r'])}${separator()}${some(0.8, digits)}`]),
  );
  const dev = some(0.2, () => `${separator()}dev${separator()}${some(0.8, digits)}`);
  const local = some(0.15, () => `+${pick(['abc', '1', 'ABC.01', 'a-b_c', 'ubuntu.1'])}`);
  const whole = `${some(0.05, () => 'v')}${some(0.05, () => '1!')}${release}${pre}${post}${dev}${local}`;
  return next() < 0.1 ? whole.replace(pick(['.', '-', '1', 'a']), pick(['', '..', '?', ' '])) : whole;
};

/** The same version in another spelling, so that equal pairs are met as well. */
const respelled = (text: string): string =>
  text
    .replace(/^(\d+(?:\.\d+)*)/, (release) => `${release}${pick(['', '.0', '.0.0'])}`)
    .replace(/[-_.](?=[a-z])/gi, () => pick(['', '.', '-', '_']));

const pairs = Array.from({ length: Number(pairCount) }, (): [string, string] => {
  const left = next() < 0.6 ? semver() : pep440();
  return [left, next() < 0.5 ? respelled(left) : next() < 0.5 ? pep440() : semver()];
});
const input = pairs.map((pair) => JSON.stringify(pair)).join('\n');
const asked = spawnSync(python, [join(import.meta.dirname, 'oracle.py')], {
  input,
  encoding: 'utf8',
  maxBuffer: 1 << 28,
});
if (asked.status !== 0) throw new Error(asked.stderr);
const [version, ...answers] = asked.stdout.trim().split('\n');
const totals = { pairs: 0, versions: 0, equal: 0, crates: 0, wrong: 0 };
const tell = (text: string): void => {
  totals.wrong += 1;
  if (totals.wrong <= 20) process.stdout.write(`${text}\n`);
};
for (const [i, answer] of answers.entries()) {
  const [left, right, isEqual] = JSON.parse(answer) as [string | null, string | null, boolean];
  const pair = pairs[i]!;
  totals.pairs += 1;
  const own = pair.map((text) => {
    const read = parsePep440(text);
    return read === null ? null : printPep440(read);
  });
  for (const [k, wanted] of [left, right].entries()) {
    totals.versions += 1;
    if (own[k] !== wanted) tell(`${pair[k]}: ${own[k]} here, ${wanted} by packaging`);
  }
  if (isEqual) totals.equal += 1;
  if ((own[0] !== null && own[0] === own[1]) !== isEqual) tell(`${pair.join(' and ')}: equal is ${isEqual}`);
  for (const text of pair.filter(isSemver)) {
    totals.crates += 1;
    const wheel = semverToPep440(text);
    const wanted = text === pair[0] ? left : right;
    if ((wheel === null ? null : printPep440(wheel)) !== wanted) tell(`${text} as a crate's version`);
  }
}
process.stdout.write(`packaging ${version}: ${JSON.stringify(totals)}\n`);
if (maturin !== undefined) askMaturin(maturin, Number(maturinCount));
process.exitCode = totals.wrong > 0 ? 1 : 0;

/** What the metadata of a wheel says for crates whose version Python takes or not. */
function askMaturin(program: string, count: number): void {
  const home = mkdtempSync(join(tmpdir(), 'gate-versions-'));
  mkdirSync(join(home, 'src'));
  writeFileSync(join(home, 'src/lib.rs'), '');
  writeFileSync(
    join(home, 'pyproject.toml'),
    '[build-system]\nrequires = ["maturin"]\nbuild-backend = "maturin"\n[project]\nname = "press"\ndynamic = ["version"]\n[tool.maturin]\nbindings = "cffi"\n',
  );
  let wrong = 0;
  for (let i = 0; i < count; i++) {
    let text = semver();
    while (!isSemver(text)) text = semver();
    writeFileSync(
      join(home, 'Cargo.toml'),
      `[package]\nname = "press"\nversion = "${text}"\nedition = "2021"\n[lib]\ncrate-type = ["cdylib"]\n[workspace]\n`,
    );
    const out = join(home, 'out');
    rmSync(out, { recursive: true, force: true });
    const run = spawnSync(
      program,
      ['pep517', 'write-dist-info', '--metadata-directory', out, '--interpreter', python],
      {
        cwd: home,
        encoding: 'utf8',
        env: { ...process.env, CARGO_NET_OFFLINE: 'true' },
      },
    );
    const folder = run.stdout.trim().split('\n').at(-1) ?? '';
    const written =
      run.status === 0 ? /^Version: (.*)$/m.exec(readFileSync(join(out, folder, 'METADATA'), 'utf8'))?.[1] : null;
    const said = written === null || written === undefined ? null : parsePep440(written);
    const ours = semverToPep440(text);
    const [here, there] = [ours, said].map((one) => (one === null ? null : printPep440(one)));
    if (here === there) continue;
    wrong += 1;
    if (wrong <= 10) process.stdout.write(`${text}: ${here} here, ${there} by maturin ${run.stderr.slice(-200)}\n`);
  }
  rmSync(home, { recursive: true, force: true });
  const name = spawnSync(program, ['--version'], { encoding: 'utf8' }).stdout.trim();
  process.stdout.write(`${name}: ${count} versions, ${wrong} differ\n`);
  totals.wrong += wrong;
}
