// Whether the tools themselves still accept what `init` and `check --fix` write.
//   node run.js FOLDER --actionlint PROGRAM --just PROGRAM [--out FILE]
// FOLDER holds checkouts, one a folder, which are committed; each is changed and brought back by `undo`.
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
  options: { actionlint: { type: 'string' }, just: { type: 'string' }, out: { type: 'string' } },
  allowPositionals: true,
});
const [folder] = positionals;
if (folder === undefined || values.actionlint === undefined || values.just === undefined)
  throw new Error('usage: run.js FOLDER --actionlint PROGRAM --just PROGRAM [--out FILE]');
const MAIN = resolve('dist/src/cli/main.js');
const { actionlint, just } = values;

interface Ran {
  readonly status: number | null;
  readonly stdout: string;
}

const run = (cwd: string, command: string, ...args: readonly string[]): Ran => {
  const { status, stdout } = spawnSync(command, args, { cwd, encoding: 'utf8', maxBuffer: 1 << 28 });
  return { status, stdout };
};
const omni = (cwd: string, ...args: readonly string[]): Ran => run(cwd, process.execPath, MAIN, ...args);

/** What each tool says of a checkout: messages, without places that an edit moves. */
interface DeclaredVersion {
  readonly actionlint: readonly string[];
  /** null: no justfile. */
  readonly just: boolean | null;
  /** Manifests that cargo refuses. */
  readonly cargo: readonly string[];
}

const MANIFEST = /(^|\/)Cargo\.toml$/;

function ask(root: string): DeclaredVersion {
  const files = run(root, 'git', 'ls-files', '--cached', '--others', '--exclude-standard').stdout.split('\n');
  const has = (pattern: RegExp): boolean => files.some((path) => pattern.test(path));
  const messages = has(/^\.github\/workflows\//)
    ? run(root, actionlint!, '-no-color', '-oneline', '-shellcheck=', '-pyflakes=').stdout.split('\n').filter(Boolean)
    : [];
  const manifests = files.filter((path) => MANIFEST.test(path));
  return {
    actionlint: messages.map((line) => line.replace(/:\d+:\d+:/, ':')).sort(),
    just: has(/^\.?justfile$/i) ? run(root, just!, '--dump', '--dump-format', 'json').status === 0 : null,
    cargo: manifests.filter((path) => !readable(root, path)),
  };
}

const readable = (root: string, path: string): boolean =>
  run(root, 'cargo', 'read-manifest', '--offline', '--manifest-path', path).status === 0 ||
  run(root, 'cargo', 'metadata', '--offline', '--no-deps', '--format-version', '1', '--manifest-path', path).status ===
    0;

const without = (all: readonly string[], known: readonly string[]): string[] => {
  const left = [...known];
  return all.filter((one) => {
    const at = left.indexOf(one);
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
};

const STEPS: readonly (readonly string[])[] = [
  ['init', 'ci'],
  ['init', 'security'],
  ['init', 'release'],
  ['check', '--fix'],
];

const rows = readdirSync(resolve(folder))
  .map((name) => ({ name, root: join(resolve(folder), name) }))
  .filter(({ root }) => statSync(root).isDirectory())
  .map(({ name, root }) => {
    const before = ask(root);
    const left = STEPS.flatMap((step) => {
      const { status } = omni(root, ...step);
      return status === 0 || status === 1 ? [] : [`${step.join(' ')}: exit ${status}`];
    });
    const written = run(root, 'git', 'status', '--porcelain', '--untracked-files=all')
      .stdout.split('\n')
      .filter(Boolean);
    const after = ask(root);
    const bytes = run(root, 'git', 'stash', 'create').stdout;
    omni(root, 'check', '--fix');
    const settled = run(root, 'git', 'diff', '--quiet', bytes.trim() === '' ? 'HEAD' : bytes.trim()).status === 0;
    const fresh = without(after.actionlint, before.actionlint);
    const refused = without(after.cargo, before.cargo);
    const broken = after.just === false && before.just !== false ? ['justfile'] : [];
    for (let undone = 0; undone < STEPS.length; undone++) if (omni(root, 'undo').status !== 0) break;
    const dirty = run(root, 'git', 'status', '--porcelain').stdout !== '';
    const kinds = (pattern: RegExp): number => written.filter((line) => pattern.test(line)).length;
    const row = {
      name,
      commit: run(root, 'git', 'rev-parse', '--short=10', 'HEAD').stdout.trim(),
      workflows: kinds(/\.github\/workflows\//),
      justfiles: kinds(/justfile$/i),
      manifests: kinds(/Cargo\.toml$|pyproject\.toml$/),
      others: written.length - kinds(/\.github\/workflows\/|justfile$|Cargo\.toml$|pyproject\.toml$/i),
      faults: [
        ...left,
        ...fresh,
        ...refused.map((path) => `cargo: ${path}`),
        ...broken,
        ...(settled ? [] : ['a second --fix writes']),
        ...(dirty ? ['not undone'] : []),
      ],
    };
    process.stderr.write(`${JSON.stringify(row)}\n`);
    return row;
  });

const cells = rows.map(({ faults, ...row }) => [...Object.values(row), faults.length, faults.slice(0, 3).join('; ')]);
const head = ['repository', 'commit', 'workflows', 'justfiles', 'manifests', 'others', 'refused', 'first'];
const table = [head, ...cells].map((row) => row.join('\t')).join('\n');
if (values.out === undefined) process.stdout.write(`${table}\n`);
else writeFileSync(resolve(values.out), `${table}\n`);
