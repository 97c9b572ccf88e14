import type { LintMessage } from './lint-message.ts';

interface RuffPlace {
  readonly row: number;
  readonly column: number;
}

interface RuffMessage {
  readonly code: string | null;
  readonly filename: string;
  readonly message: string;
  readonly location: RuffPlace;
  readonly fix: {
    readonly applicability: string;
    readonly edits: readonly {
      readonly content: string;
      readonly location: RuffPlace;
      readonly end_location: RuffPlace;
    }[];
  } | null;
}

/** What `ruff check --output-format json` prints. Syntax errors have no code. */
export const readRuff = (stdout: string): LintMessage[] =>
  (JSON.parse(stdout) as RuffMessage[]).map(({ code, filename, message, location, fix }) => ({
    file: filename,
    line: location.row,
    rule: code ?? '',
    message,
    fixes: wholeLines(fix),
  }));

const wholeLines = (fix: RuffMessage['fix']): LintMessage['fixes'] =>
  fix?.applicability === 'safe' &&
  fix.edits.every((edit) => edit.location.column === 1 && edit.end_location.column === 1)
    ? fix.edits.map((edit) => ({ first: edit.location.row, end: edit.end_location.row, text: edit.content }))
    : [];
