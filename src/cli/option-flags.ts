import type { OptionRow } from './command-row.ts';

/** `-o, --out <file>`: the names that it can be typed by. */
export const namesOf = (flags: string): string[] => flags.split(/[ ,]+/).filter((name) => name.startsWith('-'));

/** A value that may be left out never takes a word that looks like an option. */
export const takesValue = ({ flags }: OptionRow): boolean => flags.includes('<');
