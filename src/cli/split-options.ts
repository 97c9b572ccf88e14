import { InvalidArgumentError } from 'commander';
import { RUNGS, type Rung } from '../core/evidence.ts';
import type { ProgramLimits } from '../core/program-limits.ts';
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

const UNITS = { s: 1_000, m: 60_000, h: 3_600_000 } as const;
/** What a timer of Node can wait: 2^31 - 1 ms, 24 days. */
const LONGEST_MS = 2_147_483_647;

/** `90s`, `10m`, `1.5h`; a number alone is of seconds. In milliseconds. */
export function duration(text: string): number {
  const [, count, unit = 's'] = /^(\d+(?:\.\d+)?)\s*([smh])?$/.exec(text.trim()) ?? [];
  const ms = Math.round(Number(count) * UNITS[unit as keyof typeof UNITS]);
  if (count !== undefined && ms > 0 && ms <= LONGEST_MS) return ms;
  throw new InvalidArgumentError('It must be a time such as 90s, 10m or 1h.');
}

/** How the programs of a proof are run, by the options that say it. */
export const limitsOf = (options: {
  readonly timeout?: number;
  readonly locked?: boolean;
  readonly offline?: boolean;
  /** False with `--no-cache`. */
  readonly cache?: boolean;
}): ProgramLimits => ({
  timeoutMs: options.timeout ?? null,
  locked: options.locked === true,
  offline: options.offline === true,
  fresh: options.cache === false,
});
