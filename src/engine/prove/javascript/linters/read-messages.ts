import { isAbsolute, relative } from 'node:path';

/** One complaint of a linter. */
export interface LintMessage {
  /** Relative to the stage. */
  readonly path: string;
  /** From 1. */
  readonly line: number;
  /** `import/order`; '' where the tool names none. */
  readonly rule: string;
  readonly text: string;
  /** How the tool would fix it: offsets into the file's text. */
  readonly fix: { readonly start: number; readonly end: number; readonly text: string } | null;
}

const fileIn = (root: string, name: string): string =>
  (isAbsolute(name) ? relative(root, name) : name).split('\\').join('/');

interface EslintFile {
  readonly filePath: string;
  readonly messages: readonly {
    readonly ruleId: string | null;
    readonly line?: number;
    readonly message: string;
    readonly fatal?: boolean;
    readonly fix?: { readonly range: readonly [number, number]; readonly text: string };
  }[];
}

/** `--format json` of eslint, and of xo. A file that is ignored is no complaint. */
export const readEslint = (stdout: string, root: string): LintMessage[] =>
  (JSON.parse(stdout) as EslintFile[]).flatMap(({ filePath, messages }) =>
    messages
      .filter(({ ruleId, fatal }) => ruleId !== null || fatal === true)
      .map(({ ruleId, line = 1, message, fix }) => ({
        path: fileIn(root, filePath),
        line,
        rule: ruleId ?? '',
        text: message,
        fix: fix ? { start: fix.range[0], end: fix.range[1], text: fix.text } : null,
      })),
  );

const ANNOTATION = /^::(?:error|warning|notice) title=([^,]*),(?:.*,)?file=([^,]*),.*?\bline=(\d+)[^:]*::(.*)$/;

/** `--reporter=github` of biome: its JSON is another one in each version. */
export const readAnnotations = (stdout: string, root: string): LintMessage[] =>
  stdout.split('\n').flatMap((row) => {
    const found = ANNOTATION.exec(row);
    if (!found) return [];
    const [, rule, file, line, text] = found;
    return [{ path: fileIn(root, file!), line: Number(line), rule: rule!, text: text!, fix: null }];
  });

interface OxlintOutput {
  readonly diagnostics: readonly {
    readonly code?: string;
    readonly message: string;
    readonly filename: string;
    readonly labels?: readonly { readonly span: { readonly line?: number } }[];
  }[];
}

export const readOxlint = (stdout: string, root: string): LintMessage[] =>
  (JSON.parse(stdout) as OxlintOutput).diagnostics.map(({ code = '', message, filename, labels }) => ({
    path: fileIn(root, filename),
    line: labels?.[0]?.span.line ?? 1,
    rule: code,
    text: message,
    fix: null,
  }));
