import { basename, join } from 'node:path/posix';
import { translateGlob } from '../../../../workspace/compile-glob.ts';
import type { ScriptCommand } from '../../../../workspace/javascript/script-commands.ts';
import type { View } from '../../../../workspace/view.ts';
import { readable } from './readable-env.ts';
import type { TestStep } from './step-of.ts';

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
  /** What the script runs ahead of it, such as a build: without that, tests would load what was built at another time. */
  readonly steps: readonly TestStep[];
}

export type RunnerKind = 'vitest' | 'jest' | 'mocha' | 'ava' | 'jasmine' | 'node:test' | 'bun test';

/** Package and binary of each runner that is installed. */
export const RUNNER_PACKAGES: Readonly<Record<Exclude<RunnerKind, 'node:test' | 'bun test'>, string>> = {
  vitest: 'vitest',
  jest: 'jest',
  mocha: 'mocha',
  ava: 'ava',
  jasmine: 'jasmine',
};

/** The runner that a command starts; null if it starts none whose report is read. */
export function runnerOf(
  view: View,
  { env, words }: Pick<ScriptCommand, 'env' | 'words'>,
  folder: string,
  from: string,
): TestRunner | null {
  const [program = '', ...rest] = words;
  const common = { folder, from, env: readable(env), nodeFlags: [], host: 'node', steps: [] };
  const named = kindOf(program);
  if (named) return { ...common, kind: named, words: ownWords(named, rest) };
  if (program === 'bun') return { ...common, kind: 'bun test', host: 'bun', words: ownWords('bun test', rest) };
  if (!/^(node|tsx|ts-node|tsimp)$/.test(program)) return null;
  const index = rest.findIndex((word, i) => !word.startsWith('-') && !takesValue(rest[i - 1]));
  const kind = index === -1 ? null : kindOf(basename(rest[index]!).replace(/\.[mc]?js$/, ''));
  if (kind) return { ...common, kind, nodeFlags: rest.slice(0, index), words: ownWords(kind, rest.slice(index + 1)) };
  if (!rest.includes('--test')) return null;
  const files = ownWords('node:test', rest).flatMap((word) => expanded(view, folder, word));
  return { ...common, kind: 'node:test', host: program, words: files };
}

const kindOf = (program: string): RunnerKind | null => {
  const name = basename(program).replace(/^_mocha$/, 'mocha');
  return Object.hasOwn(RUNNER_PACKAGES, name) ? (name as RunnerKind) : null;
};

/** Flags of node whose value is a word of its own. */
const takesValue = (flag: string | undefined): boolean =>
  flag !== undefined &&
  /^(-r|-C|--(require|import|loader|experimental-loader|conditions|env-file|test-name-pattern))$/.test(flag);

/** What says how to report, to watch or to measure coverage: not ours. `=` or a word of its own may hold the value. */
const DROPPED: Readonly<Record<RunnerKind, readonly [plain: RegExp, valued: RegExp | null]>> = {
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
  ava: [/^(-w|--watch|-v|--verbose|-t|--tap)$/, null],
  // Told by several processes, results come in no order.
  jasmine: [/^(--verbose|--(no-)?color|--(reporter|parallel)=.*)$/, null],
  'node:test': [
    /^(--test|--watch|--test-only|--experimental-test-coverage|--test-coverage-.*|--test-reporter(-destination)?=.*)$/,
    /^--test-reporter(-destination)?$/,
  ],
  'bun test': [
    /^(test|--watch|--hot|--coverage|--dots|--only-failures|--(reporter|reporter-outfile|coverage-\w+)=.*)$/,
    /^--(reporter|reporter-outfile|coverage-\w+)$/,
  ],
};

function ownWords(kind: RunnerKind, words: readonly string[]): string[] {
  const [plain, valued] = DROPPED[kind];
  const takesNext = (word: string | undefined): boolean => word !== undefined && valued?.test(word) === true;
  return words.filter((word, i) => !plain.test(word) && !takesNext(word) && !takesNext(words[i - 1]));
}

/** The shell's part: node 20 does not know what `test/*.js` is. */
function expanded(view: View, folder: string, word: string): string[] {
  if (!/[*?[{]/.test(word) || word.startsWith('-')) return [word];
  const pattern = new RegExp(`^${translateGlob(join(folder, word))}$`, 's');
  const inside = folder === '' ? '' : `${folder}/`;
  const found = view.files.filter(({ path }) => pattern.test(path)).map(({ path }) => path.slice(inside.length));
  return found.length > 0 ? found : [word];
}
