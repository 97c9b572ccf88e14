import { type Command, InvalidArgumentError } from 'commander';
import { RefactorError } from '../core/errors.ts';
import type { Io } from './io.ts';
import { type Shard, shardOf } from './shard-of.ts';

/** What every reading command takes. */
export interface CommonOptions {
  readonly root?: string;
  readonly json?: boolean;
  readonly timings?: boolean;
  readonly cache: boolean;
  readonly workers?: number;
  readonly today?: string;
  /** Of commands whose work can be spread over machines. */
  readonly shard?: Shard;
  /** Only of commands that may run Python. */
  readonly python?: string;
}

export const addCommonOptions = (command: Command): Command =>
  command
    .option('--root <folder>', 'the workspace (default: the nearest folder upwards with omni-refactor.toml or .git)')
    .option('--json', 'print the report as JSON')
    .option('--timings', 'print counts and timings by phase on stderr')
    .option('--no-cache', 'use nothing that earlier runs kept: facts of files, how tests ended')
    .option('--workers <n>', 'number of threads that read files (default: by cores and files)', wholeNumber)
    .option('--today <day>', 'the date to use as today, YYYY-MM-DD (default: today in UTC)', isoDay);

export const PATHS_HELP = 'files, folders and globs, from the current folder or the workspace (default: all)';

export const addShardOption = (command: Command, io: Io): Command =>
  command.option(
    '--shard <i/n>',
    'read only every n-th file, and print a shard for `merge`; auto: the job of a parallel CI run',
    (text: string) => shardOf(text, io.env),
  );

export function wholeNumber(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 0) return value;
  throw new InvalidArgumentError('It must be a whole number.');
}

/** A limit of 0 would ask for files without a line. */
export function someLines(text: string): number {
  const value = wholeNumber(text);
  if (value > 0) return value;
  throw new InvalidArgumentError('It must be at least 1.');
}

function isoDay(text: string): string {
  if (/^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text))) return text;
  throw new InvalidArgumentError('It must be a day such as 2026-01-31.');
}

export const BREAK_CYCLES =
  'Python: break reference cycles that exceed the limit by importing inside functions; changes their bodies';

/** A parser for options that take one of a few words; completion asks it for them. */
export const oneOf = <Word extends string>(words: readonly Word[]): ((text: string) => Word) & OneOf =>
  Object.assign(
    (text: string): Word => {
      const word = words.find((known) => known === text);
      if (word) return word;
      throw new InvalidArgumentError(`It must be one of: ${words.join(', ')}.`);
    },
    { words },
  );

export interface OneOf {
  readonly words: readonly string[];
  /** Several may be given, between commas. */
  readonly isList?: boolean;
}

/** A parser with the words that it takes, for completion. */
export const taking = <Parse>(parse: Parse, words: readonly string[], isList = false): Parse & OneOf =>
  Object.assign(parse as Parse & object, { words, isList });

/** `--format`: the same option for every command that prints in several. `--json` and its like are short for it. */
export const addFormatOption = (command: Command, formats: readonly string[]): Command =>
  command.option('--format <format>', formats.join(', '), oneOf(formats));

/**
 * The one format that a command line asks for.
 * @param asked the value of `--format`, and the names of those of its short forms that were given
 * @throws RefactorError `usage` where two are asked for
 */
export function formatOf<Format extends string>(asked: readonly (Format | undefined | false)[], usual: Format): Format {
  const named = [...new Set(asked.filter((one) => one !== undefined && one !== false))];
  if (named.length < 2) return named[0] ?? usual;
  throw new RefactorError({
    code: 'usage',
    what: `Two formats are asked for: ${named.join(' and ')}`,
    why: 'one report is printed, in one format',
    whatToDo: 'Give one of them.',
  });
}
