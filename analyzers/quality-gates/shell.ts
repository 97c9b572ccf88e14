import { unrolled } from './shell-loops.ts';
import { literalTest } from './shell-test.ts';
import { type Statement, statementsOf } from './shell-tokens.ts';

/** One simple command of a shell text. */
export interface ShellCommand {
  readonly words: readonly string[];
  /** 0-based line in the text. */
  readonly line: number;
  /** `|| true`, `|| :` behind it, `&`, or `set +e` above it: its failure is swallowed. */
  readonly swallowed: boolean;
  /** Folder that `cd` before it leads to, relative to the start; null where that is computed. */
  readonly dir: string | null;
  /** Variables that were exported or set before it, or for it alone. */
  readonly env: Readonly<Record<string, string | null>>;
}

interface State {
  readonly found: readonly ShellCommand[];
  readonly env: Readonly<Record<string, string | null>>;
  readonly dir: string | null;
  /** `set +e` holds. */
  readonly careless: boolean;
  /** What the test in front says where it is of literals alone, null where it is not; undefined behind another command. */
  readonly guard: boolean | null | undefined;
  /** What held in front of each subshell that is open. */
  readonly outer: readonly Pick<State, 'env' | 'dir' | 'careless'>[];
}

const START: State = { found: [], env: {}, dir: '', careless: false, guard: undefined, outer: [] };

/**
 * The commands of a POSIX shell text in order, as far as they can be read without running it. Words with substitutions keep their text
 * (`$X`, `${{ … }}`); what stands behind `||` runs only after a failure and is not a command of its own, unless a test stands in front.
 * @param filesOf the paths that a pattern of the shell names from where the text starts; null where that is not known
 */
export const shellCommands = (
  text: string,
  filesOf: (pattern: string) => string[] | null = () => null,
): ShellCommand[] => [...unrolled(statementsOf(text), filesOf).reduce<State>(throughBrackets, START).found];

/** A subshell gives back the folder and the variables that it was started with. */
function throughBrackets(state: State, statement: Statement): State {
  const { env, dir, careless } = state;
  const opened = Array.from({ length: statement.opens }, () => ({ env, dir, careless }));
  const inside = { ...state, outer: [...state.outer, ...opened] };
  const after = statement.words.length === 0 ? inside : advance(inside, statement);
  if (statement.closes === 0) return after;
  const kept = after.outer.slice(0, -statement.closes);
  return { ...after, ...after.outer[kept.length], outer: kept };
}

function advance(state: State, { words: raw, line, before, after }: Statement): State {
  const words = raw[0] === 'export' ? raw.slice(1) : raw;
  const index = words.findIndex((word) => !ASSIGNMENT.test(word));
  const assignments = Object.fromEntries((index === -1 ? words : words.slice(0, index)).map(assigned));
  if (index === -1) return { ...state, env: { ...state.env, ...assignments } };
  const command = withoutKeywords(words.slice(index));
  if (command.length === 0) return state;
  if (/^(?:\[\[?|test)$/.test(command[0]!)) return { ...state, guard: literalTest(command) };
  const guard = before === '&&' || before === '||' ? state.guard : undefined;
  if (guard === (before === '||')) return state;
  if (before === '||' && guard === undefined)
    return isHarmless(command) ? { ...state, found: swallowLast(state.found) } : state;
  if (command[0] === 'cd' || command[0] === 'pushd') return { ...state, dir: entered(state.dir, command[1]) };
  const swallowed = state.careless || after === '&';
  const found = [
    ...state.found,
    { words: command, line, swallowed, dir: state.dir, env: { ...state.env, ...assignments } },
  ];
  return { ...state, found, guard, careless: carelessAfter(command, state.careless) };
}

function carelessAfter([name, ...options]: readonly string[], before: boolean): boolean {
  if (name !== 'set') return before;
  return options.includes('+e') || (before && !options.some((word) => /^-\w*e/.test(word)));
}

const swallowLast = (found: readonly ShellCommand[]): ShellCommand[] =>
  found.map((one, i) => (i === found.length - 1 ? { ...one, swallowed: true } : one));

const ASSIGNMENT = /^[A-Za-z_]\w*=/;

const assigned = (word: string): [string, string | null] => {
  const index = word.indexOf('=');
  const value = word.slice(index + 1);
  return [word.slice(0, index), /[$`]/.test(value.replace(/\$\{?[A-Za-z_]\w*\}?/g, '')) ? null : value];
};

const KEYWORDS = new Set([
  'if',
  'then',
  'else',
  'elif',
  'fi',
  'do',
  'done',
  'while',
  'for',
  '!',
  '{',
  '}',
  '(',
  ')',
  'time',
]);

function withoutKeywords(words: readonly string[]): readonly string[] {
  const index = words.findIndex((word) => !KEYWORDS.has(word));
  return index === -1 ? [] : words.slice(index);
}

const isHarmless = ([name, code]: readonly string[]): boolean =>
  ['true', ':', 'echo', 'printf'].includes(name!) || (name === 'exit' && code === '0');

function entered(dir: string | null, to: string | undefined): string | null {
  if (dir === null || to === undefined || /[$`*]/.test(to)) return null;
  if (to.startsWith('/')) return to;
  const parts = dir === '' ? [] : dir.split('/');
  for (const part of to.split('/').filter((one) => one !== '.' && one !== ''))
    if (part === '..') parts.pop();
    else parts.push(part);
  return parts.join('/');
}
