import type { CommandRow, OptionRow } from '../command-row.ts';
import { namesOf, takesValue } from '../option-flags.ts';
import { COLORS, LOOK_OPTIONS } from '../take-look.ts';

/** What a command line means as far as it is typed. */
export interface TypedLine {
  /** From the outermost to the innermost; empty where no command is named yet. */
  readonly commands: readonly CommandRow[];
  /** Arguments of the innermost command, without the word that is being typed. */
  readonly given: readonly string[];
  /** The value that was given last, by the option's long name. */
  readonly values: ReadonlyMap<string, string>;
  /** The option whose value is being typed. */
  readonly option: OptionRow | null;
  /** What is being typed: of an option's value the part behind `=`. */
  readonly current: string;
  /** What stands before it in the same word: `--lang=` or ''. */
  readonly before: string;
  /** Behind `--`: nothing is an option any more. */
  readonly ended: boolean;
}

/** @param words without the program's name; the last is being typed */
export function readTypedLine(rows: readonly CommandRow[], words: readonly string[]): TypedLine {
  const commands: CommandRow[] = [];
  let given: string[] = [];
  const values = new Map<string, string>();
  let option: OptionRow | null = null;
  let ended = false;
  for (const word of words.slice(0, -1)) {
    if (option !== null) {
      values.set(longName(option), word);
      option = null;
    } else if (ended) given.push(word);
    else if (word === '--') ended = true;
    else if (word.startsWith('-')) option = waitingFor(commands.at(-1), word);
    else {
      const next = given.length > 0 ? undefined : (commands.at(-1)?.commands ?? rows).find(({ name }) => name === word);
      if (next) commands.push(next);
      else given = [...given, word];
    }
  }
  const last = words.at(-1) ?? '';
  const joined = ended || option !== null ? null : /^(--[a-z-]+)=(.*)$/s.exec(last);
  const joinedOption = joined && optionNamed(commands.at(-1), joined[1]!);
  return {
    commands,
    given,
    values,
    option: joinedOption ?? option,
    current: joinedOption ? joined[2]! : last,
    before: joinedOption ? `${joined[1]!}=` : '',
    ended,
  };
}

/** The option that takes the next word as its value, whatever that looks like. */
function waitingFor(command: CommandRow | undefined, word: string): OptionRow | null {
  const option = optionNamed(command, word);
  return option && takesValue(option) ? option : null;
}

const optionNamed = (command: CommandRow | undefined, word: string): OptionRow | null =>
  [...(command?.options ?? []), ...LOOK_ROWS].find(({ flags }) => namesOf(flags).includes(word)) ?? null;

/** They may stand before the command too. */
export const LOOK_ROWS: readonly OptionRow[] = LOOK_OPTIONS.map(([flags, description]) => ({
  flags,
  description,
  isMandatory: false,
  ...(flags.startsWith('--color') ? { words: COLORS } : {}),
}));

const longName = ({ flags }: OptionRow): string => namesOf(flags).at(-1)!;
