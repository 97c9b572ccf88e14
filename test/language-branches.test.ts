import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PROJECT, readSources } from './helpers/read-imports.ts';

/** Folders and files of one language, the languages themselves, and the one place that lists them. */
const OWN =
  /(^|\/)(rust|python|javascript)(\/|[.-])|-(rust|python|javascript)\.ts$|^src\/languages\/|^src\/engine\/languages\.ts$|\/cases\//;

/** Each form of asking which language something is in. */
const BRANCHES: readonly (readonly [what: string, form: RegExp])[] = [
  ['a comparison of a language or grammar', /(?:language|grammar|lang|languageOf\([^)]*\))\)?\s*[!=]==\s*'\w+'/i],
  ['the same the other way round', /'(?:rust|python|javascript|typescript|tsx)'\s*[!=]==/],
  ['a case', /\bcase '(?:rust|python|javascript|typescript|tsx)'/],
  ['a grammar that is taken for granted', /\?\?\s*'(?:rust|python|javascript)'/],
  [
    'a fragment read by a grammar that is named',
    /\.(?:syntax|facts)\([^;]*'(?:rust|python|javascript|tsx|typescript)'\)/,
  ],
];

/** Words that look like a branch on the language and are none. */
const OTHER_MEANING: Readonly<Record<string, string>> = {
  'analyzers/readmes/commands.ts': "the word behind a Markdown fence is the README's",
};

test('only the rooms of a language ask which language it is', () => {
  const found = readSources()
    .map(({ path }) => path)
    .filter((path) => /^(?:src|analyzers|codemods)\//.test(path) && !OWN.test(path) && !(path in OTHER_MEANING))
    .flatMap((path) =>
      readFileSync(join(PROJECT, path), 'utf8')
        .split('\n')
        .flatMap((line, i) =>
          BRANCHES.filter(([, form]) => form.test(line)).map(([what]) => `${path}:${i + 1} ${what}: ${line.trim()}`),
        ),
    );
  expect(found).toEqual([]);
});

test.each([
  "if (outline.language === 'rust') return 2;",
  "return grammar !== 'python' ? 1 : 2;",
  "if ('javascript' === language) return;",
  "    case 'python':",
  "const readAs = grammar ?? 'rust';",
  "const syntax = view.syntax(path, 'rust');",
  "if (languageOf(grammar) === 'javascript') return;",
])('it is seen: %s', (line) => {
  expect(BRANCHES.some(([, form]) => form.test(line))).toBe(true);
});
