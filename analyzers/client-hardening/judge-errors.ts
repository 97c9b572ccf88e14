import type { Finding } from '../../src/core/finding.ts';
import type { ClientFile, ClientFunction } from './client-file.ts';
import { found } from './found.ts';
import { STRING_ERROR } from './rules.ts';

const ERROR_NAME = '(?:e|err|ex|exc|error|cause|reason|\\w+_(?:err|error))';
const RUST_TEXT = `\\b${ERROR_NAME}(?:\\.to_string\\(\\)|\\.message\\(\\)|\\.as_str\\(\\))`;
const PYTHON_TEXT = `(?:str\\(${ERROR_NAME}\\)|repr\\(${ERROR_NAME}\\)|\\b${ERROR_NAME}\\.(?:message|args\\[0\\]))(?:\\.lower\\(\\))?`;

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
  const texts = [file.language === 'rust' ? RUST_TEXT : PYTHON_TEXT, ...namedTexts(file, code)];
  const found = new Map<number, Match>();
  for (const text of texts)
    for (const pattern of patternsOf(file, text))
      for (const match of code.matchAll(pattern)) {
        const start = body + match.index;
        const line = file.lineOf(start);
        if (![...found.values()].some((one) => file.lineOf(one.start) === line))
          found.set(start, { start, symbol: name, text: match[0].trim().slice(0, 60) });
      }
  return [...found.values()];
}

function patternsOf({ language }: ClientFile, text: string): RegExp[] {
  if (language === 'rust')
    return [
      new RegExp(
        `${text}\\s*(?:\\.to_lowercase\\(\\)\\s*)?\\.\\s*(?:contains|starts_with|ends_with|eq)\\s*\\(\\s*"`,
        'g',
      ),
      new RegExp(`${text}\\s*[=!]=\\s*"`, 'g'),
      new RegExp(`\\bmatch\\s+${text}\\s*\\{\\s*"`, 'g'),
    ];
  return [
    new RegExp(`["']\\s*(?:not\\s+)?in\\s+${text}`, 'g'),
    new RegExp(`${text}\\s*[=!]=\\s*["']`, 'g'),
    new RegExp(`${text}\\.(?:startswith|endswith|find)\\(\\s*["']`, 'g'),
  ];
}

/** Variables that hold the words of an error. */
const namedTexts = ({ language }: ClientFile, code: string): string[] =>
  [
    ...code.matchAll(
      language === 'rust'
        ? new RegExp(`\\blet\\s+(\\w+)\\s*=\\s*${RUST_TEXT}`, 'g')
        : new RegExp(`\\b(\\w+)\\s*=\\s*${PYTHON_TEXT}`, 'g'),
    ),
  ].map(([, name]) => `\\b${name}(?:\\.lower\\(\\))?`);
