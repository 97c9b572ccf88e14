import { RefactorError } from '../core/errors.ts';
import type { OptionRow } from './command-row.ts';
import type { Io } from './io.ts';

/** How a run shows itself: the same for all commands, and allowed anywhere before `--`. */
export interface Look {
  readonly color?: 'always' | 'never';
  readonly quiet: boolean;
  readonly verbose: boolean;
  /** The command line without these options. */
  readonly words: readonly string[];
}

const COLORS = ['auto', 'always', 'never'] as const;

/** What the help says of these options. */
export const LOOK_OPTIONS = [
  ['-q, --quiet', 'print the report, warnings and errors alone: no progress and no remarks'],
  ['-v, --verbose', 'also print timings, each program that is run, and the trace of an internal error'],
  ['--color <when>', `${COLORS.join(', ')} (default: auto, by terminal, NO_COLOR and FORCE_COLOR)`],
] as const;

/** The same as rows, for completion. */
export const LOOK_ROWS: readonly OptionRow[] = LOOK_OPTIONS.map(([flags, description]) => ({
  flags,
  description,
  isMandatory: false,
  ...(flags.startsWith('--color') ? { words: COLORS } : {}),
}));

/**
 * Takes them out of a command line. What another option takes as its value is left there, whatever it looks like.
 * @param takesValue whether the word is an option of the command that takes the word behind it
 * @throws RefactorError `usage` for a color that is none, and for `-q` with `-v`
 */
export function takeLook(argv: readonly string[], takesValue: (word: string) => boolean): Look {
  const end = argv.indexOf('--');
  const before = end === -1 ? argv : argv.slice(0, end);
  const words: string[] = [];
  let said: Said = { color: 'auto', quiet: false, verbose: false };
  for (let at = 0; at < before.length; at++) {
    const word = before[at]!;
    const look = saidBy(word, before[at + 1]);
    if (look) {
      said = { ...said, ...look };
      at += word === '--color' ? 1 : 0;
    } else words.push(...before.slice(at, takesValue(word) ? ++at + 1 : at + 1));
  }
  const { color, quiet, verbose } = said;
  if (quiet && verbose)
    throw misunderstood(
      '--quiet and --verbose exclude one another',
      'one says less, the other more',
      'Give one of them.',
    );
  if (end !== -1) words.push(...argv.slice(end));
  return { ...(color === 'auto' ? {} : { color }), quiet, verbose, words };
}

interface Said {
  readonly color: (typeof COLORS)[number];
  readonly quiet: boolean;
  readonly verbose: boolean;
}

const SAID: Readonly<Record<string, Partial<Said>>> = {
  '-q': { quiet: true },
  '--quiet': { quiet: true },
  '-v': { verbose: true },
  '--verbose': { verbose: true },
  '--no-color': { color: 'never' },
};

/** What a word says of the look, with the word behind it for `--color`; null for any other word. */
function saidBy(word: string, next: string | undefined): Partial<Said> | null {
  if (Object.hasOwn(SAID, word)) return SAID[word]!;
  if (word === '--color') return { color: colorOf(next) };
  return word.startsWith('--color=') ? { color: colorOf(word.slice('--color='.length)) } : null;
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
