import { expect, test } from 'vitest';
import { type Io, widthOf } from '../../src/cli/io.ts';
import { reportError } from '../../src/cli/report-error.ts';
import { runCli } from '../../src/cli/run-cli.ts';
import { takeLook } from '../../src/cli/take-look.ts';
import { RefactorError } from '../../src/core/errors.ts';
import { type Journey, journey } from '../helpers/journey.ts';
import { runOmni } from '../helpers/run-omni.ts';
import { tempWorkspace } from '../helpers/temp-workspace.ts';

const begin = (): Journey =>
  journey('rust', {
    'py/tool.py': 'def one(a):\n    if a:\n        return 1\n    return 2\n',
    'py/deep/"odd, name".py': 'X = 1\n',
    'py/=1+1.py': 'Y = 1\n',
  });

const none = (): boolean => false;

test('how a run shows itself may be said anywhere before `--`, in every spelling', () => {
  const words = ['hotspots', '--top', '3'];
  for (const typed of [
    ['-q', '--color=never', ...words],
    ['hotspots', '--quiet', '--top', '3', '--color', 'never'],
    [...words, '-q', '--no-color'],
  ])
    expect(takeLook(typed, none)).toEqual({ color: 'never', quiet: true, verbose: false, words });
  expect(takeLook(['mcp', 'probe', '--', 'server', '-v'], none).words).toEqual(['mcp', 'probe', '--', 'server', '-v']);
});

test('what stands as the value of another option is its value', async () => {
  const words = ['split', 'a.rs', '--python', '-v', '-o', '--color'];
  expect(takeLook(words, (word) => word === '--python' || word === '-o')).toEqual({
    quiet: false,
    verbose: false,
    words,
  });
  const at = begin();
  at.write({ '-q': 'let nothing\n' });
  const run = await at.omni(['hotspots', '--since', '-q']);
  expect(run.stderr).toContain('--since -q names no point');
  expect((await at.omni(['report', '-o', '-v', '-q'])).stderr).toBe('');
  expect(Object.keys(at.tree())).toContain('-v');
});

test.each([[['-q', '-v', 'hotspots']], [['hotspots', '--color', 'pink']], [['hotspots', '--color']]])(
  '%j cannot be understood',
  async (args) => {
    const at = begin();
    expect(await at.omni(args)).toMatchObject({ exitCode: 2, stdout: '' });
  },
);

test('--color decides before the environment does', async () => {
  const at = begin();
  expect((await at.omni('check --color=always')).stdout).toContain('\u001B[');
  expect((await at.omni('check --color=never', { NO_COLOR: '', FORCE_COLOR: '1' })).stdout).not.toContain('\u001B[');
});

test('-q leaves remarks out, and never what is wrong; -v adds timings', async () => {
  const at = begin();
  expect((await at.omni('report -q -o out.html')).stderr).toBe('');
  expect((await at.omni('report -o out.html')).stderr).toContain('wrote out.html');
  expect((await at.omni('plan -q gone.rs')).stderr).toContain('error:');
  expect((await at.omni('hotspots -v')).stderr).toMatch(/discover +\d+ ms/);
});

const pathsOf = async (at: Journey, line: string | readonly string[]): Promise<string[]> =>
  (await at.json('hotspots', line)).entries.map(({ path }) => path).sort();

test('hotspots is narrowed to files, folders and globs, and says to which', async () => {
  const at = begin();
  expect(await pathsOf(at, 'hotspots py/tool.py')).toEqual(['py/tool.py']);
  expect(await pathsOf(at, 'hotspots py')).toHaveLength(3);
  expect(await pathsOf(at, 'hotspots **/t*.py src')).toContain('py/tool.py');
  expect((await at.json('hotspots', 'hotspots ./py')).options.paths).toEqual(['py']);
  expect(await at.omni('hotspots nowhere')).toMatchObject({ exitCode: 2 });
  expect(await at.omni('hotspots ../elsewhere')).toMatchObject({ exitCode: 2 });
});

test('what a report names can be typed in a folder below, and what stands there comes first', async () => {
  const at = begin();
  const run = await runOmni(`${at.root}/py`, ['hotspots', 'py/tool.py', 'deep', '--json']);
  expect(run.exitCode, run.stderr).toBe(0);
  expect(JSON.parse(run.stdout).options.paths).toEqual(['py/tool.py', 'py/deep']);
});

test('CSV quotes what has to be quoted, and no cell is a formula', async () => {
  const at = begin();
  const { stdout } = await at.omni('hotspots py --format csv');
  expect(stdout).toMatch(/^rank,score,floor,path,/);
  expect(stdout).toContain('"py/deep/""odd, name"".py"');
  expect(stdout.split('\r\n').slice(0, -1)).toHaveLength(4);
  const below = await runOmni(`${at.root}/py`, ['hotspots', '--root', '.', '--format', 'csv']);
  expect(below.stdout).not.toMatch(/,=1\+1/);
});

test('check takes checks and paths together, and a word that is neither is refused', async () => {
  const at = begin();
  at.write({ 'omni-refactor.toml': '[budget]\nfile-lines = 2\n' });
  const all = await at.json('findings', 'check budget');
  const only = await at.json('findings', 'check budget py');
  expect(all.findings.length).toBeGreaterThan(only.findings.length);
  expect(only.findings.map(({ place }) => place.path)).toEqual(['py/tool.py']);
  expect(await at.omni('check budgets')).toMatchObject({ exitCode: 2 });
  expect((await at.omni('check budgets')).stderr).toContain('There is no check `budgets`');
  expect((await at.omni('check py --fix')).stderr).toContain('--fix takes no paths');
});

test('check --strict ends with 2 where nothing is checked, and with the findings where something is', async () => {
  const at = begin();
  const bare = journey('python');
  bare.git('rm', '-rq', '--cached', '.');
  expect(await bare.omni('check budget')).toMatchObject({ exitCode: 0 });
  expect((await bare.omni('check budget --strict')).stderr).toContain('Nothing was checked');
  expect(await bare.omni('check budget --strict')).toMatchObject({ exitCode: 2 });
  // Rust's lints and READMEs are looked at without a configuration: a lost one must not pass for that.
  expect(await at.omni('check readmes --strict')).toMatchObject({ exitCode: 1 });
  expect(await at.omni('check --strict')).toMatchObject({ exitCode: 2 });
  expect((await at.omni('check --strict')).stderr).toContain('Nothing is configured here');
  at.write({ 'omni-refactor.toml': '[budget]\nfile-lines = 2\n' });
  expect(await at.omni('check budget --strict')).toMatchObject({ exitCode: 1 });
});

test('two formats at once are refused, and one asked for twice is one', async () => {
  const at = begin();
  expect(await at.omni('check --json --format sarif')).toMatchObject({ exitCode: 2 });
  expect(await at.omni('includes --json --format json')).toMatchObject({ exitCode: 0 });
  expect(JSON.parse((await at.omni('hotspots nowhere --format json')).stdout)).toMatchObject({ kind: 'error' });
});

test('a pipe gets whole names, with a tab between two cells', async () => {
  const at = begin();
  let stdout = '';
  const silent = { write: () => {}, isTTY: false, columns: null };
  const io = {
    cwd: at.root,
    env: { PATH: process.env.PATH, HOME: process.env.HOME },
    today: '2026-01-01',
    now: () => '',
    argv: [],
    stdout: { ...silent, write: (text: string) => (stdout += text) },
    stderr: silent,
    signal: new AbortController().signal,
  };
  expect(widthOf(io, io.stdout)).toBe(Number.POSITIVE_INFINITY);
  expect(await runCli(['hotspots', 'py/tool.py', '--no-cache'], io)).toBe(0);
  const [titles, row] = stdout.split('\n');
  expect(titles!.split('\t')).toHaveLength(row!.split('\t').length);
  expect(row!.split('\t').map((cell) => cell.trim())).toContain('py/tool.py');
});

test('a report of some files holds those alone', async () => {
  const at = begin();
  expect((await at.omni('report py -o out.html')).exitCode).toBe(0);
  const page = at.tree()['out.html']!;
  expect(page).toContain('py/tool.py');
  expect(page).not.toContain('src/lib.rs');
  expect(await at.omni('report nowhere')).toMatchObject({ exitCode: 2 });
});

test('a period that is none is refused where there is no history too', async () => {
  const root = tempWorkspace({ 'a.py': 'X = 1\n' });
  expect(await runOmni(root, ['hotspots', '--since', 'yesterday'])).toMatchObject({ exitCode: 2 });
  expect(await runOmni(root, ['hotspots', '--since', '3m'])).toMatchObject({ exitCode: 0 });
});

test('an error is wrapped at the width of a terminal, between words', async () => {
  let told = '';
  const stderr = { write: (text: string) => (told += text), isTTY: true, columns: 50 };
  await reportError(
    new RefactorError({ code: 'usage', what: 'It is wrong '.repeat(8).trim(), why: 'so', whatToDo: 'Mend it.' }),
    { stderr, env: {}, signal: new AbortController().signal } as unknown as Io,
    false,
  );
  const lines = told.trimEnd().split('\n');
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(50);
  expect(told.replace(/\n {7}(?=\S)/g, ' ')).toContain(`error: ${'It is wrong '.repeat(8).trim()}\n  why: so\n`);
});
