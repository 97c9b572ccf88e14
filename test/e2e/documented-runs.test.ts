import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PROJECT_ROOT } from '../helpers/run-tool.ts';
import { shownCommands } from '../helpers/shown-commands.ts';

/** What a page writes in place of a name of the reader's own, and what stands for it in the sample workspace. */
const NAMES: Readonly<Record<string, string>> = {
  FILE: 'crates/press/src/press.rs',
  'src/parser.rs': 'crates/press/src/press.rs',
  ID: 'R25',
  CODE: 'plan-is-stale',
  BASE: 'HEAD~1',
};

/** Commands of a page that are run, in this order, with how they end; `more` is added where they would build for minutes. */
const RUN: readonly (readonly [command: string, exitCode: number, more?: string])[] = [
  ['hotspots', 0],
  ['hotspots --top 10', 0],
  ['hotspots --top 2', 0],
  ['outline src/parser.rs', 0],
  ['outline FILE', 0],
  ['plan src/parser.rs', 0],
  ['plan crates/press/src/press.rs', 0],
  ['plan FILE', 0],
  ['plan FILE -o plan.yaml', 0],
  ['plan FILE --previous plan.yaml -o plan.yaml', 0],
  ['split src/parser.rs --dry-run', 0],
  ['split src/parser.rs', 0, '--dry-run'],
  ['split FILE --plan plan.yaml', 0, '--dry-run'],
  ['explain config', 0],
  ['explain ID', 0],
  ['explain CODE', 0],
  ['explain mcp-stdout-stray', 0],
  ['explain M1', 0],
  ['explain H4', 0],
  ['check', 1],
  ['check --format sarif', 1],
  ['check --format gitlab', 1],
  ['status', 0],
  ['map --modules', 0],
  ['doctor', 0],
  ['history', 0],
  ['init ci --dry-run', 0],
  ['verify BASE HEAD', 0, '--evidence S'],
  ['new codemod no-unwrap --language rust', 0],
  ['test codemods', 0],
  ['new analyzer long-lines', 0],
  ['init', 0],
  ['init boundary', 0],
  ['baseline', 0],
  ['undo', 0],
];

/** Commands that are not run here, and why. */
const NOT_RUN: readonly (readonly [pattern: RegExp, why: string])[] = [
  [/^split crates\/press\/src\/press\.rs --evidence S,B,T$/, 'builds and tests: test/e2e/demo.test.ts runs it'],
  [/origin\//, 'names a branch of a remote'],
  [/\$\{\{|GITHUB_|^merge /, 'is filled in by CI: test/cli/shards.test.ts runs shards and their merge'],
  [/^receipt |^apply --resume$/, 'needs an apply: test/cli/split-journeys.test.ts makes one'],
  [/^mcp(?: |$)/, 'serves or starts a server: test/mcp and test/cli/mcp-probe.test.ts'],
  [/^run /, 'names files of the reader: test/cli/run.test.ts'],
  [/^(?:move|join) /, 'names units of the reader: test/cli/move-join.test.ts'],
];

const folder = mkdtempSync(join(tmpdir(), 'omni-documented-'));
const workspace = join(folder, 'sample');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeAll(() => {
  mkdirSync(workspace);
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(PROJECT_ROOT, join(folder, 'node_modules/omni-refactor'));
  const built = spawnSync(process.execPath, [join(PROJECT_ROOT, 'demo/history.mjs'), workspace]);
  if (built.status !== 0) throw new Error(String(built.stderr));
});

const lineOf = ({ command, words }: { readonly command: string; readonly words: readonly string[] }): string =>
  [command, ...words].join(' ');

test('every command that the documentation shows is run here, or said why not', () => {
  const known = new Set(RUN.map(([command]) => command));
  const open = shownCommands()
    .map((shown) => [lineOf(shown), shown.where] as const)
    .filter(([line]) => !known.has(line) && !NOT_RUN.some(([pattern]) => pattern.test(line)));
  expect(open).toEqual([]);
  const shown = new Set(shownCommands().map(lineOf));
  expect([...known].filter((command) => !shown.has(command))).toEqual([]);
});

const RUNS = RUN.map(([command, exitCode, more = '']) => ({ command, exitCode, more }));

test.each(RUNS)('omni-refactor $command', ({ command, exitCode, more }) => {
  const words = `${command} ${more}`
    .trim()
    .split(' ')
    .map((word) => NAMES[word] ?? word);
  const { status, stderr } = spawnSync(process.execPath, [join(PROJECT_ROOT, 'dist/src/cli/main.js'), ...words], {
    cwd: workspace,
    encoding: 'utf8',
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      OMNI_REFACTOR_STATE: join(folder, 'state'),
      OMNI_REFACTOR_CACHE: join(folder, 'cache'),
    },
  });
  expect(status, stderr).toBe(exitCode);
});
