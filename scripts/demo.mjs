// npm run demo [-- --keep]: the built program on a copy of the sample workspace, as a user would run it.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildHistory } from '../demo/history.mjs';

const MAIN = fileURLToPath(new URL('../dist/src/cli/main.js', import.meta.url));
const HOT = 'crates/press/src/press.rs';

/** What is said, what is run, and how it must end. */
const STEPS = [
  { say: 'What hurts most, by size, complexity and history.', args: ['hotspots', '--top', '8'], expectExit: 0 },
  { say: 'Which files are spliced into others.', args: ['includes'], expectExit: 0 },
  { say: 'What the hottest file is made of.', args: ['outline', HOT], expectExit: 0 },
  { say: 'The gate. The sample is over its ceilings, so this ends with exit code 1.', args: ['check'], expectExit: 1 },
  { say: 'How it could be divided, by subject.', args: ['plan', HOT], expectExit: 0 },
  {
    say: 'Divide it: build and tests must say the same before and after, or nothing is written.',
    args: ['split', HOT, '--evidence', 'S,B,T'],
    expectExit: 0,
  },
  { say: 'The gate again: that file is within its ceiling now.', args: ['check'], expectExit: 1 },
  { say: 'What was done, and by what it was shown.', args: ['history'], expectExit: 0 },
  { say: 'And back, byte for byte.', args: ['undo'], expectExit: 0 },
];

const keep = readArguments(process.argv.slice(2));
if (!existsSync(MAIN)) fail('The program is not built: run `npm run build` first.');

const folder = mkdtempSync(join(tmpdir(), 'omni-refactor-demo-'));
const workspace = join(folder, 'long-meadow');
/** The demo leaves no cache and no journal behind. */
const HOMES = {
  XDG_CACHE_HOME: join(folder, 'cache'),
  XDG_STATE_HOME: join(folder, 'state'),
  OMNI_REFACTOR_STATE: join(folder, 'state'),
};
const head = buildHistory(workspace);
say(`A press house in Rust, its cellar book in Python, 14 months of history. HEAD is ${head.slice(0, 10)}.`);
STEPS.forEach(runStep);
requireUntouched();
if (keep) say(`The copy stays in ${workspace}`);
else rmSync(folder, { recursive: true, force: true });

function runStep({ say: text, args, expectExit }, index) {
  say(`${index + 1}/${STEPS.length}  ${text}`);
  process.stdout.write(`$ omni-refactor ${args.join(' ')}\n`);
  const { status, signal, error } = spawnSync(process.execPath, [MAIN, ...args], {
    cwd: workspace,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...HOMES },
  });
  if (error) fail(`\`omni-refactor ${args.join(' ')}\` did not start: ${error.message}`);
  if (status === expectExit) return;
  const ending = signal === null ? `exit code ${status}` : `signal ${signal}`;
  fail(
    `\`omni-refactor ${args.join(' ')}\` ended with ${ending} instead of ${expectExit}. The copy stays in ${workspace}`,
  );
}

/** After the undo the copy is what it was: git sees no difference. */
function requireUntouched() {
  const { stdout } = spawnSync('git', ['status', '--porcelain'], { cwd: workspace, encoding: 'utf8' });
  if (stdout !== '') fail(`The undo left a difference:\n${stdout}`);
  say('git status: clean.');
}

function readArguments(args) {
  const unknown = args.filter((arg) => arg !== '--keep');
  if (unknown.length > 0) fail(`Unknown: ${unknown.join(' ')}. The demo takes --keep, or nothing.`);
  return args.length > 0;
}

function say(text) {
  process.stdout.write(`\n# ${text}\n`);
}

function fail(text) {
  process.stderr.write(`\nThe demo failed. ${text}\n`);
  process.exit(1);
}
