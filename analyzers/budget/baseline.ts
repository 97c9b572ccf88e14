import { BUDGET_RULES, type BudgetRule } from '../../src/config/config.ts';
import { byText } from '../../src/core/compare.ts';
import { RefactorError } from '../../src/core/errors.ts';
import type { View } from '../../src/workspace/view.ts';
import { type Entry, keyOfEntity } from './entity.ts';
import type { Identity, Piece } from './identity/identity.ts';

export const BASELINE_FILE = 'omni-refactor.baseline';

const HEADER = '# What was over its ceiling when the budget began. `omni-refactor baseline` only ever lowers it.';
const EXCEPTED = 'exception:';
/** Begins the lines of checks that measure nothing: the budget leaves them as they are. */
export const GATE_MARK = 'check:';

/** The baseline of a workspace; none is an empty one. */
export function readBaseline(view: View): Entry[] {
  return view.file(BASELINE_FILE) === undefined ? [] : parseBaseline(view.text(BASELINE_FILE), BASELINE_FILE);
}

/**
 * One entry a line: rule, name, value, loose lines, pieces. Of two lines for one entity the smaller value counts: `merge=union` keeps both.
 * Throws RefactorError `baseline-invalid` naming line and column.
 * @internal Exported for its tests.
 */
export function parseBaseline(text: string, path: string): Entry[] {
  const entries = new Map<string, Entry>();
  const lines = text.split('\n').map((line, i) => ({ line: line.replace(/\r$/, ''), number: i + 1 }));
  for (const { line, number } of lines.sort((a, b) => byText(a.line, b.line))) {
    if (line === '' || line.startsWith('#') || line.startsWith(GATE_MARK)) continue;
    const entry = parseLine(line, number, path);
    const key = `${entry.excepted} ${keyOfEntity(entry)}`;
    const known = entries.get(key);
    if (!known || entry.value < known.value) entries.set(key, entry);
  }
  return [...entries.values()].sort(inOrder);
}

/** Ends with a newline; equal entries give equal bytes. @param others lines that are not the budget's, see `gateLines` */
export const printBaseline = (entries: readonly Entry[], others: readonly string[] = []): string =>
  [HEADER, ...[...entries.map(printLine), ...others].sort(byText), ''].join('\n');

/** The lines of other checks, as they stand. */
export const gateLines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.replace(/\r$/, ''))
    .filter((line) => line.startsWith(GATE_MARK));

const inOrder = (a: Entry, b: Entry): number => byText(printLine(a), printLine(b));

function printLine({ rule, name, value, identity, excepted }: Entry): string {
  const pieces = identity.pieces.map(({ hash, lines }) => `${hash}:${lines}`).join(',');
  return `${excepted ? EXCEPTED : ''}${rule} ${escapeName(name)} ${value} ${identity.loose} ${pieces || '-'}`;
}

function parseLine(line: string, number: number, path: string): Entry {
  const fail = (column: number, why: string): never => {
    throw new RefactorError({
      code: 'baseline-invalid',
      what: `${path}:${number}:${column}: the baseline cannot be used`,
      why,
      whatToDo: MEND,
    });
  };
  if (/^(?:<{7}|={7}|>{7}|\|{7})/.test(line)) fail(1, 'a merge left its conflict markers');
  const fields = line.split(' ');
  const columns = fields.map((_, i) => fields.slice(0, i).join(' ').length + (i === 0 ? 1 : 2));
  if (fields.length !== 5)
    fail(1, `a line has five fields: rule, name, value, loose lines, pieces; this one has ${fields.length}`);
  const [ruleName, name, value, loose, pieces] = fields as [string, string, string, string, string];
  const excepted = ruleName.startsWith(EXCEPTED);
  const rule = BUDGET_RULES.find((known) => known === (excepted ? ruleName.slice(EXCEPTED.length) : ruleName));
  if (!rule) fail(1, `no rule is called ${ruleName}`);
  if (!/^[1-9]\d{0,8}$/.test(value)) fail(columns[2]!, 'the value must be a whole number above 0');
  if (!/^\d{1,9}$/.test(loose)) fail(columns[3]!, 'the loose lines must be a whole number');
  if (!/^(?:-|[0-9a-f]{8,12}:\d{1,9}(?:,[0-9a-f]{8,12}:\d{1,9})*)$/.test(pieces))
    fail(columns[4]!, 'the pieces must be hashes with lines');
  return {
    rule: rule as BudgetRule,
    name: unescapeName(name),
    value: Number(value),
    identity: { pieces: readPieceList(pieces), loose: Number(loose) } satisfies Identity,
    excepted,
    line: number,
  };
}

const MEND = `Take both sides of a conflict (\`${BASELINE_FILE} merge=union\` in .gitattributes does) or the last committed file, then run: omni-refactor baseline`;

const readPieceList = (text: string): Piece[] =>
  text === '-'
    ? []
    : text.split(',').map((piece) => ({ hash: piece.split(':')[0]!, lines: Number(piece.split(':')[1]) }));

/** Spaces and controls separate fields and lines; `%` begins an escape. */
export const escapeName = (name: string): string =>
  name.replace(/[\s%\p{Cc}\u2028\u2029]/gu, (char) => `%${char.codePointAt(0)!.toString(16)};`);

export const unescapeName = (name: string): string =>
  name.replace(/%([0-9a-f]{1,6});/g, (_, hex: string) =>
    String.fromCodePoint(Math.min(0x10ffff, Number.parseInt(hex, 16))),
  );
