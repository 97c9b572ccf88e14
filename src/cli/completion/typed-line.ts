import type { CommandRow, OptionRow } from '../command-row.ts';
import { namesOf, takesValue } from '../option-flags.ts';

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

/** What can be typed. */
export interface Known {
  readonly rows: readonly CommandRow[];
  /** Options that may stand anywhere, before the command too. */
  readonly look: readonly OptionRow[];
}

type Read = Pick<TypedLine, 'commands' | 'given' | 'values' | 'option' | 'ended'>;

const BEGINNING: Read = { commands: [], given: [], values: new Map(), option: null, ended: false };

/** @param words without the program's name; the last is being typed */
export function readTypedLine(known: Known, words: readonly string[]): TypedLine {
  const read = words.slice(0, -1).reduce((so, word) => afterWord(so, word, known), BEGINNING);
  const last = words.at(-1) ?? '';
  const joined = read.ended || read.option !== null ? null : /^(--[a-z-]+)=(.*)$/s.exec(last);
  const option = joined && optionNamed(known, read.commands.at(-1), joined[1]!);
  return option
    ? { ...read, option, current: joined[2]!, before: `${joined[1]!}=` }
    : { ...read, current: last, before: '' };
}

function afterWord(read: Read, word: string, known: Known): Read {
  const { commands, given, option, ended } = read;
  if (option !== null) return { ...read, option: null, values: new Map(read.values).set(longName(option), word) };
  if (ended) return { ...read, given: [...given, word] };
  if (word === '--') return { ...read, ended: true };
  const command = commands.at(-1);
  if (word.startsWith('-')) return { ...read, option: waitingFor(known, command, word) };
  const below = given.length > 0 ? [] : (command?.commands ?? known.rows);
  const next = below.find(({ name }) => name === word);
  return next ? { ...read, commands: [...commands, next] } : { ...read, given: [...given, word] };
}

/** The option that takes the next word as its value, whatever that looks like. */
function waitingFor(known: Known, command: CommandRow | undefined, word: string): OptionRow | null {
  const option = optionNamed(known, command, word);
  return option && takesValue(option) ? option : null;
}

const optionNamed = ({ look }: Known, command: CommandRow | undefined, word: string): OptionRow | null =>
  [...(command?.options ?? []), ...look].find(({ flags }) => namesOf(flags).includes(word)) ?? null;

const longName = ({ flags }: OptionRow): string => namesOf(flags).at(-1)!;
