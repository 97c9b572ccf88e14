import { ERROR_CODES, type ErrorCode } from '../../core/error-codes.ts';
import { EXIT } from '../../core/errors.ts';

/** An error code in Markdown: when it is thrown, the exit code, and the way out. Ends with a newline. */
export function errorPage(code: ErrorCode): string {
  const { exit, means, whatToDo } = ERROR_CODES[code];
  return [`# ${code}`, '', means, '', `Exit code: ${EXIT[exit]}`, '', `What to do: ${whatToDo}`, ''].join('\n');
}

/** All error codes in one table. Ends with a newline. */
export const errorTable = (): string =>
  [
    '# Error codes',
    '',
    'Printed from `src/core/error-codes.ts`; `omni-refactor explain CODE` shows one. `--json` carries the code of an error in `code`. A code means',
    'one thing, has one exit code, and is never given another meaning.',
    '',
    '| code | exit | when | what to do |',
    '|---|---|---|---|',
    ...Object.entries(ERROR_CODES).map(
      ([code, { exit, means, whatToDo }]) => `| \`${code}\` | ${EXIT[exit]} | ${means} | ${whatToDo} |`,
    ),
    '',
  ].join('\n');

export const isErrorCode = (id: string): id is ErrorCode => Object.hasOwn(ERROR_CODES, id);
