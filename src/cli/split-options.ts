import { InvalidArgumentError } from 'commander';
import { RUNGS, type Rung } from '../core/evidence.ts';
import { taking } from './options.ts';

/** `S,B,T` in any order and case; S is always among them, since a change that is not even conserved need not be built. */
export const rungList = taking(readRungs, RUNGS, true);

function readRungs(text: string): readonly Rung[] {
  const asked = new Set(
    text
      .split(/[,+\s]+/)
      .filter(Boolean)
      .map((word) => word.toUpperCase()),
  );
  const unknown = [...asked].filter((word) => !RUNGS.some((rung) => rung === word));
  if (unknown.length > 0 || asked.size === 0)
    throw new InvalidArgumentError(`It must be some of ${RUNGS.join(', ')}, such as S,B,T.`);
  asked.add('S');
  return RUNGS.filter((rung) => asked.has(rung));
}

export const DEFAULT_EVIDENCE: readonly Rung[] = ['S', 'B'];

/** What must be shown: a test command asks for T by itself. */
export const askedBy = (evidence: readonly Rung[], testCommand: readonly string[] | undefined): readonly Rung[] =>
  testCommand === undefined ? evidence : RUNGS.filter((rung) => rung === 'T' || evidence.includes(rung));

/** A command line as typed, cut at blanks; quotes keep blanks together. It is never given to a shell. */
export function commandLine(text: string): readonly string[] {
  const words = [...text.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map((match) => match[1] ?? match[2] ?? match[3]!);
  if (words.length === 0) throw new InvalidArgumentError('It must be a command, such as "cargo test -p parser".');
  return words;
}

/** `R55,H40`, over several options of the name too. */
export const idList = (text: string, before: readonly string[] = []): readonly string[] => [
  ...before,
  ...text.split(/[,\s]+/).filter(Boolean),
];

/** Ids of units: several between commas, which an id may hold only within its brackets. Several options of the name add up. */
export const unitIds = (text: string, before: readonly string[] = []): readonly string[] => [
  ...before,
  ...text
    .split(/,(?![^<(]*[>)])/)
    .map((id) => id.trim())
    .filter(Boolean),
];
