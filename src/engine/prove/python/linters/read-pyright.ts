import type { LintMessage } from './lint-message.ts';

interface PyrightOutput {
  readonly generalDiagnostics: readonly {
    readonly file: string;
    readonly severity: string;
    readonly message: string;
    readonly rule?: string;
    readonly range?: { readonly start: { readonly line: number } };
  }[];
}

/** What `pyright --outputjson` prints: errors and warnings, without what it only remarks. */
export const readPyright = (stdout: string): LintMessage[] =>
  (JSON.parse(stdout) as PyrightOutput).generalDiagnostics
    .filter(({ severity }) => severity === 'error' || severity === 'warning')
    .map(({ file, message, rule, range }) => ({
      file,
      line: (range?.start.line ?? 0) + 1,
      rule: rule ?? '',
      message,
      fixes: [],
    }));
