import type { LintMessage } from './lint-message.ts';

// `pkg/m.py:7: error: Name "zzz" is not defined  [name-defined]`; with --show-column-numbers a column stands behind the line.
const ERROR = /^(.+?):(\d+):(?:\d+:)?(?:\d+:\d+:)? error: (.*?)(?:\s+\[([\w-]+)\])?$/;

/** What mypy prints without colours and without pretty source lines. Notes belong to the error above them, and are left out. */
export const readMypy = (stdout: string): LintMessage[] =>
  stdout.split(/\r?\n/).flatMap((text): LintMessage[] => {
    const match = ERROR.exec(text);
    if (!match) return [];
    return [{ file: match[1]!, line: Number(match[2]), rule: match[4] ?? '', message: match[3]!, fixes: [] }];
  });
