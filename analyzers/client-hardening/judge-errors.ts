import type { Finding } from '../../src/core/finding.ts';
import type { ClientFunction } from './client-code.ts';
import type { ClientFile } from './client-file.ts';
import { found } from './found.ts';
import { STRING_ERROR } from './rules.ts';

/** Branches that are taken by the words of an error. */
export function judgeErrors(files: readonly ClientFile[]): Finding[] {
  return files.flatMap((file) =>
    file.functions
      .filter(({ isTest }) => !isTest)
      .flatMap((one) => matchesIn(file, one))
      .map(({ start, symbol, text }) =>
        found(STRING_ERROR, file, start, symbol, `\`${text}\` tells an error by its words`),
      ),
  );
}

interface Match {
  readonly start: number;
  readonly symbol: string;
  readonly text: string;
}

function matchesIn(file: ClientFile, { name, body, code }: ClientFunction): Match[] {
  const texts = [file.language.errorText, ...namedTexts(file, code)];
  const found = new Map<number, Match>();
  for (const text of texts)
    for (const pattern of file.language.comparisons(text))
      for (const match of code.matchAll(pattern)) {
        const start = body + match.index;
        const line = file.lineOf(start);
        if (![...found.values()].some((one) => file.lineOf(one.start) === line))
          found.set(start, { start, symbol: name, text: match[0].trim().slice(0, 60) });
      }
  return [...found.values()];
}

/** Variables that hold the words of an error. */
const namedTexts = ({ language }: ClientFile, code: string): string[] =>
  [...code.matchAll(language.namedText)].map(([, name]) => `\\b${name}(?:\\.lower\\(\\))?`);
