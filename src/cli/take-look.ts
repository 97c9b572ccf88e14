import { RefactorError } from '../core/errors.ts';
import type { Io } from './io.ts';

/** How a run shows itself: the same for all commands, and allowed anywhere before `--`. */
export interface Look {
  readonly color?: 'always' | 'never';
  readonly quiet: boolean;
  readonly verbose: boolean;
  /** The command line without these options. */
  readonly words: readonly string[];
}

export const COLORS = ['auto', 'always', 'never'] as const;

/** What the help says of these options. */
export const LOOK_OPTIONS = [
  ['-q, --quiet', 'print the report, warnings and errors alone: no progress and no remarks'],
  ['-v, --verbose', 'also print timings, each program that is run, and the trace of an internal error'],
  ['--color <when>', `${COLORS.join(', ')} (default: auto, by terminal, NO_COLOR and FORCE_COLOR)`],
] as const;

/**
 * Takes them out of a command line. What another option takes as its value is left there, whatever it looks like.
 * @param takesValue whether the word is an option of the command that takes the word behind it
 * @throws RefactorError `usage` for a color that is none, and for `-q` with `-v`
 */
export function takeLook(argv: readonly string[], takesValue: (word: string) => boolean): Look {
  const end = argv.indexOf('--');
  const before = end === -1 ? argv : argv.slice(0, end);
  const words: string[] = [];
  let color: (typeof COLORS)[number] = 'auto';
  let quiet = false;
  let verbose = false;
  for (let at = 0; at < before.length; at++) {
    const word = before[at]!;
    if (word === '-q' || word === '--quiet') quiet = true;
    else if (word === '-v' || word === '--verbose') verbose = true;
    else if (word === '--no-color') color = 'never';
    else if (word === '--color') color = colorOf(before[++at]);
    else if (word.startsWith('--color=')) color = colorOf(word.slice('--color='.length));
    else {
      words.push(word);
      if (at + 1 < before.length && takesValue(word)) words.push(before[++at]!);
    }
  }
  if (quiet && verbose)
    throw misunderstood(
      '--quiet and --verbose exclude one another',
      'one says less, the other more',
      'Give one of them.',
    );
  if (end !== -1) words.push(...argv.slice(end));
  return { ...(color === 'auto' ? {} : { color }), quiet, verbose, words };
}

/** Whether one of these options stands behind a word that may be an option waiting for its value: only then the declarations are asked. */
export const mayBeValue = (argv: readonly string[]): boolean =>
  argv.some((word, at) => LOOKS.test(word) && argv[at - 1]?.startsWith('-') === true);

const LOOKS = /^(?:-q|--quiet|-v|--verbose|--no-color|--color(?:=.*)?)$/s;

function colorOf(text: string | undefined): (typeof COLORS)[number] {
  const known = COLORS.find((one) => one === text);
  if (known) return known;
  throw misunderstood(
    text === undefined ? '--color says nothing' : `--color takes no \`${text}\``,
    `it takes one of ${COLORS.join(', ')}`,
    'Write `--color never`, for example.',
  );
}

const misunderstood = (what: string, why: string, whatToDo: string): RefactorError =>
  new RefactorError({ code: 'usage', what, why, whatToDo });

export const lookedAt = (io: Io, { color, quiet, verbose }: Look): Io => ({
  ...io,
  ...(color === undefined ? {} : { color }),
  quiet,
  verbose,
});
