import type { Finding } from '../../src/core/finding.ts';
import type { ClientFunction } from './client-code.ts';
import type { ClientFile } from './client-file.ts';
import { found } from './found.ts';
import { STUCK_STATE } from './rules.ts';

/** A machine stays in these by right. */
const LAST =
  /^(?:closed|failed|stopped|dead|exited|terminated|done|finished|cancell?ed|disconnected|shut_?down|broken|error(?:ed)?|gone)$/i;

/** `State::Busy` assigned somewhere, or `State.BUSY`. */
export interface Entry {
  readonly file: ClientFile;
  readonly type: string;
  readonly state: string;
  readonly start: number;
  readonly end: number;
  readonly within: ClientFunction;
}

/** Where states of a client are entered, by assignments alone. */
export function entriesIn(files: readonly ClientFile[]): Entry[] {
  const types = new Set(
    files.flatMap(({ code }) =>
      [...code.matchAll(/\b(?:enum|class)\s+(\w*(?:State|Status|Phase))\b/g)].map(([, name]) => name!),
    ),
  );
  return files.flatMap((file) =>
    [...file.code.matchAll(/(?<![=!<>])=(?!=)\s*(\w+)(?:::|\.)([A-Z]\w*)\b(?!\s*[:(])/g)].flatMap((match) => {
      const [all, type = '', state = ''] = match;
      const start = match.index;
      const within = innermost(file, start);
      // Where a machine begins is not entered.
      if (!types.has(type) || within === null || within.isTest || within.name === '__init__') return [];
      return [{ file, type, state, start, end: start + all.length, within }];
    }),
  );
}

/** States that a path never leaves: by a return or an error in between, or because nothing asks for them or replaces them. */
export function judgeStates(files: readonly ClientFile[]): Finding[] {
  const entries = entriesIn(files);
  const code = files.map((file) => file.code).join('\n');
  return entries.filter(({ state }) => !LAST.test(state)).flatMap((entry) => judgeEntry(entry, entries, code));
}

function judgeEntry(entry: Entry, entries: readonly Entry[], code: string): Finding[] {
  const { file, type, state, start, end, within } = entry;
  const next = entries.find((one) => one.within === within && one.start > start && one.state !== state);
  const told = (what: string): Finding[] => [
    found(STUCK_STATE, file, start, `${within.name}: ${type}::${state}`, what),
  ];
  if (next === undefined) {
    const entered = entries.filter((one) => one.type === type && one.state === state).length;
    const named = [...code.matchAll(new RegExp(`\\b${type}(?:::|\\.)${state}\\b`, 'g'))].length;
    // Whoever closes the machine leaves every state of it.
    const isClosed = entries.some((one) => one.type === type && one.within !== within && LAST.test(one.state));
    return named > entered || isClosed ? [] : told(`\`${state}\` is entered, and nothing asks for it or leaves it`);
  }
  const leak = file.language.leakBetween(file, end, next.start, within);
  return leak === null ? [] : told(`\`${state}\` is entered, and ${leak} leaves the function in it`);
}

function innermost(file: ClientFile, at: number): ClientFunction | null {
  const around = file.functions.filter(({ start, end }) => start <= at && at < end);
  return around.at(-1) ?? null;
}
