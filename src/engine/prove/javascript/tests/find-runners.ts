import { basename, dirname, join } from 'node:path/posix';
import { translateGlob } from '../../../../workspace/compile-glob.ts';
import { nodeAt, readJsonc } from '../../../../workspace/javascript/read-jsonc.ts';
import { commandsOf, type ScriptCommand, scriptsOf } from '../../../../workspace/javascript/script-commands.ts';
import type { View } from '../../../../workspace/view.ts';
import { foldersUp } from '../find-tool.ts';

/** A test runner as the project starts it. */
export interface TestRunner {
  readonly kind: RunnerKind;
  /** Folder that it runs in, relative to the workspace. */
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  /** For node itself: `--experimental-vm-modules`. */
  readonly nodeFlags: readonly string[];
  /** Its own flags and files, without those that say where and how it reports. */
  readonly words: readonly string[];
  /** `node` or a loader in its place, such as `tsx`; of node:test only. */
  readonly host: string;
  /** For a reader: `scripts.test of package.json`. */
  readonly from: string;
}

export type RunnerKind = 'vitest' | 'jest' | 'mocha' | 'ava' | 'jasmine' | 'node:test';

/** Package and binary of each runner that is installed. */
export const RUNNER_PACKAGES: Readonly<Record<Exclude<RunnerKind, 'node:test'>, string>> = {
  vitest: 'vitest',
  jest: 'jest',
  mocha: 'mocha',
  ava: 'ava',
  jasmine: 'jasmine',
};

/** Scripts that are looked into, the first that starts a runner counts. */
const TEST_SCRIPTS = [
  'test',
  'test:unit',
  'unit',
  'tests',
  'test:run',
  'test:node',
  'jest',
  'vitest',
  'mocha',
  'jasmine',
];

/** The runners that the nearest `scripts.test` above a file starts; where none does, what is configured or depended on. */
export function findRunners(view: View, path: string): TestRunner[] {
  const folders = foldersUp(dirname(path)).filter(
    (folder) => view.file(join(folder, 'package.json'))?.state === 'text',
  );
  for (const folder of folders) {
    const manifest = join(folder, 'package.json');
    const scripts = scriptsOf(view.text(manifest));
    for (const script of TEST_SCRIPTS) {
      const found = commandsOf(scripts, script).flatMap(
        (command) => runnerOf(view, command, folder, `scripts.${script} of ${manifest}`) ?? [],
      );
      if (found.length > 0) return found;
    }
  }
  return folders.flatMap((folder) => configuredRunner(view, folder) ?? []).slice(0, 1);
}

function runnerOf(view: View, { env, words }: ScriptCommand, folder: string, from: string): TestRunner | null {
  const [program = '', ...rest] = words;
  const common = { folder, from, env: readable(env), nodeFlags: [], host: 'node' };
  const named = kindOf(program);
  if (named) return { ...common, kind: named, words: ownWords(named, rest) };
  if (!/^(node|tsx|ts-node|tsimp|bun)$/.test(program) || program === 'bun') return null;
  const index = rest.findIndex((word, i) => !word.startsWith('-') && !takesValue(rest[i - 1]));
  const kind = index === -1 ? null : kindOf(basename(rest[index]!).replace(/\.[mc]?js$/, ''));
  if (kind) return { ...common, kind, nodeFlags: rest.slice(0, index), words: ownWords(kind, rest.slice(index + 1)) };
  if (!rest.includes('--test')) return null;
  const files = ownWords('node:test', rest).flatMap((word) => expanded(view, folder, word));
  return { ...common, kind: 'node:test', host: program, words: files };
}

const kindOf = (program: string): RunnerKind | null => {
  const name = basename(program).replace(/^_mocha$/, 'mocha');
  return name in RUNNER_PACKAGES ? (name as RunnerKind) : null;
};

/** Flags of node whose value is a word of its own. */
const takesValue = (flag: string | undefined): boolean =>
  flag !== undefined &&
  /^(-r|-C|--(require|import|loader|experimental-loader|conditions|env-file|test-name-pattern))$/.test(flag);

/** A shell would put in variables that are not known here. */
const readable = (env: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(env).filter(([, value]) => !/[$`]/.test(value)));

/** What says how to report, to watch or to measure coverage: not ours. `=` or a word of its own may hold the value. */
const DROPPED: Readonly<Record<RunnerKind, readonly [plain: RegExp, valued: RegExp]>> = {
  vitest: [
    /^(run|watch|dev|--run|-w|--watch(=.*)?|--ui|--open|--coverage([.=].*)?|--(reporter|outputFile)(\..*)?=.*|--silent(=.*)?|--standalone)$/,
    /^--(reporter|outputFile)$/,
  ],
  jest: [
    /^(--watch(All)?(=.*)?|--coverage(=.*)?|--collectCoverage|--verbose|--silent|--json|--notify|--(reporters|outputFile|coverage\w+)=.*)$/,
    /^--(reporters|outputFile|coverage\w+)$/,
  ],
  mocha: [
    /^(-w|--watch|-[A-Za-z]?R\w+|--(reporter|reporter-options?)=.*)$/,
    /^(-R|--reporter|-O|--reporter-options?)$/,
  ],
  ava: [/^(-w|--watch|-v|--verbose|-t|--tap)$/, /^$/],
  // Told by several processes, results come in no order.
  jasmine: [/^(--verbose|--(no-)?color|--(reporter|parallel)=.*)$/, /^$/],
  'node:test': [
    /^(--test|--watch|--test-only|--experimental-test-coverage|--test-coverage-.*|--test-reporter(-destination)?=.*)$/,
    /^--test-reporter(-destination)?$/,
  ],
};

function ownWords(kind: RunnerKind, words: readonly string[]): string[] {
  const [plain, valued] = DROPPED[kind];
  return words.filter((word, i) => !plain.test(word) && !valued.test(word) && !valued.test(words[i - 1] ?? ''));
}

/** The shell's part: node 20 does not know what `test/*.js` is. */
function expanded(view: View, folder: string, word: string): string[] {
  if (!/[*?[{]/.test(word) || word.startsWith('-')) return [word];
  const pattern = new RegExp(`^${translateGlob(join(folder, word))}$`, 's');
  const inside = folder === '' ? '' : `${folder}/`;
  const found = view.files.filter(({ path }) => pattern.test(path)).map(({ path }) => path.slice(inside.length));
  return found.length > 0 ? found : [word];
}

const CONFIGURATION: readonly (readonly [RunnerKind, RegExp])[] = [
  ['vitest', /^vitest\.(config|workspace|projects)\.[mc]?[jt]s$/],
  ['jest', /^jest\.config\.\w+$/],
  ['mocha', /^\.mocharc\.\w+$/],
  ['ava', /^ava\.config\.[mc]?js$/],
];

/** No script starts one: the one whose configuration lies in the folder or its package.json, else the first that it depends on. */
function configuredRunner(view: View, folder: string): TestRunner | null {
  const manifest = join(folder, 'package.json');
  const table = readJsonc(view.text(manifest));
  const runner = (kind: RunnerKind, from: string): TestRunner => ({
    kind,
    from,
    folder,
    env: {},
    nodeFlags: [],
    words: [],
    host: 'node',
  });
  for (const [kind, pattern] of CONFIGURATION) {
    const file = view.files.find(
      ({ path }) => (dirname(path) === '.' ? '' : dirname(path)) === folder && pattern.test(basename(path)),
    );
    if (file) return runner(kind, file.path);
    if (nodeAt(table, kind)) return runner(kind, manifest);
  }
  const kinds = Object.entries(RUNNER_PACKAGES) as [RunnerKind, string][];
  const depended = kinds.find(([, pkg]) => nodeAt(table, 'devDependencies', pkg) ?? nodeAt(table, 'dependencies', pkg));
  return depended ? runner(depended[0], manifest) : null;
}
