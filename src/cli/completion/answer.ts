import type { CommandRow, OptionRow } from '../command-row.ts';
import { namesOf } from '../option-flags.ts';
import { type Known, readTypedLine, type TypedLine } from './typed-line.ts';

/** One thing that may stand where the cursor is. */
export interface Candidate {
  readonly value: string;
  readonly about?: string;
}

/** What the shell itself completes where no candidate fits. */
type Fallback = 'files' | 'folders' | 'none';

export interface Answer {
  readonly fallback: Fallback;
  /** Each whole, as the word would be once it is chosen. */
  readonly candidates: readonly Candidate[];
}

/** Words that only the workspace or the program's own data can say; null where there is no such source. */
export type Source = (line: TypedLine, place: string) => Promise<readonly Candidate[] | null>;

/**
 * What may be typed at the end of a command line.
 * @param words without the program's name; the last is being typed, '' where it has not begun
 */
export async function answerTo(known: Known, words: readonly string[], source: Source): Promise<Answer> {
  const line = readTypedLine(known, words);
  const { fallback, candidates } = await atCursor(known, line, source);
  const whole = candidates.map(({ value, ...about }) => ({ value: `${line.before}${value}`, ...about }));
  const typed = `${line.before}${line.current}`;
  return { fallback, candidates: whole.filter(({ value }) => value.startsWith(typed)) };
}

async function atCursor({ rows, look }: Known, line: TypedLine, source: Source): Promise<Answer> {
  const { commands, option, current, ended } = line;
  if (option !== null) return valuesOf(option, line, source);
  const command = commands.at(-1);
  if (!ended && current.startsWith('-')) return { fallback: 'none', candidates: optionsOf(command, look) };
  const below = line.given.length > 0 ? [] : (command?.commands ?? rows);
  const named = below.map(({ name, description }) => ({ value: name, about: description }));
  if (command === undefined) return { fallback: 'none', candidates: named };
  const at = Math.min(line.given.length, command.arguments.length - 1);
  const argument = command.arguments[at];
  if (argument === undefined || (line.given.length > at && !argument.term.includes('...')))
    return { fallback: 'none', candidates: named };
  const place = [...commands.map(({ name }) => name), argument.term].join(' ');
  const known = (argument.words ?? argument.choices)?.map((value) => ({ value })) ?? (await source(line, place)) ?? [];
  return { fallback: pathKind(argument.term, argument.description), candidates: [...named, ...known] };
}

function optionsOf(command: CommandRow | undefined, look: readonly OptionRow[]): Candidate[] {
  const rows = [...(command?.options ?? []), ...look];
  const named = rows.map(({ flags, description }) => ({ value: namesOf(flags).at(-1)!, about: description }));
  const version = command === undefined ? [{ value: '--version', about: 'print the version' }] : [];
  return [...named, ...version, { value: '--help', about: 'print the help' }];
}

/** A list between commas is completed at its last word. */
async function valuesOf(option: OptionRow, line: TypedLine, source: Source): Promise<Answer> {
  const name = namesOf(option.flags).at(-1)!;
  const fallback = pathKind(option.flags, option.description);
  const words = option.words ?? option.choices;
  if (words === undefined) {
    const place = [...line.commands.map((command) => command.name), name].join(' ');
    return { fallback, candidates: (await source(line, place)) ?? [] };
  }
  const given = option.isList ? line.current.slice(0, line.current.lastIndexOf(',') + 1) : '';
  const taken = new Set(given.split(','));
  const free = words.filter((word) => !taken.has(word));
  return { fallback: 'none', candidates: free.map((word) => ({ value: `${given}${word}` })) };
}

const FOLDERS = /<folder>|\[roots/;
const FILES = /[<[](?:file|path|plan|shard|codemod)s?(?:\[?[.:]|[\]>])/;

function pathKind(term: string, description: string): Fallback {
  if (FOLDERS.test(term)) return 'folders';
  return FILES.test(term) || /^the files? |\bfiles, folders\b/.test(description) ? 'files' : 'none';
}

/** Lines for a shell's script: what it completes itself, then a candidate each, a tab before what is said of it. Ends with a newline. */
export const answerText = ({ fallback, candidates }: Answer): string =>
  [fallback, ...candidates.map(({ value, about }) => [value, ...(about ? [oneLine(about)] : [])].join('\t')), ''].join(
    '\n',
  );

const oneLine = (text: string): string => text.replace(/\s+/g, ' ');
