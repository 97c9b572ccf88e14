import type { CommandRow, OptionRow } from './command-row.ts';

/** `-o, --out <file>`: the names that it can be typed by. */
export const namesOf = (flags: string): string[] => flags.split(/[ ,]+/).filter((name) => name.startsWith('-'));

/** A value that may be left out never takes a word that looks like an option. */
export const takesValue = ({ flags }: OptionRow): boolean => flags.includes('<');

/** Every flag of a command, and of those below it, that takes the next word as its value. */
export const valueFlags = ({ options, commands }: CommandRow): string[] => [
  ...options.filter(takesValue).flatMap(({ flags }) => namesOf(flags)),
  ...commands.flatMap(valueFlags),
];
