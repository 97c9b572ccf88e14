import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commandTable } from '../../src/cli/write-command-table.ts';
import { PROJECT_ROOT } from '../helpers/run-tool.ts';

const PAGES = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync(join(PROJECT_ROOT, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

interface Shown {
  readonly where: string;
  readonly command: string;
  readonly words: readonly string[];
}

/** Command lines that a page shows in blocks of code and between backquotes. */
function shownIn(page: string): Shown[] {
  const text = readFileSync(join(PROJECT_ROOT, page), 'utf8');
  return text.split('\n').flatMap((line, i): Shown[] =>
    [...line.matchAll(/(?<![\w./-])omni-refactor(?:@\S+)? ([a-z][a-z-]*)((?: [^\s`|>&;#()]+)*)/g)]
      .filter(({ index }) =>
        /^\s*(?:\$ |- run: |- )?(?:npx (?:--yes )?)?$|`$|[&|] $|npx (?:--yes )?$/.test(line.slice(0, index)),
      )
      .map(([, command, rest]) => ({
        where: `${page}:${i + 1}`,
        command: command!,
        words: rest!
          .trim()
          .split(/\s+/)
          .filter((word) => word !== ''),
      })),
  );
}

const shown = PAGES.flatMap(shownIn);

test('the documentation shows commands', () => {
  expect(shown.length).toBeGreaterThan(40);
});

test('every command that the documentation shows exists, with every option that it is given', async () => {
  const rows = new Map((await commandTable()).map((row) => [row.name, row]));
  const wrong = shown.flatMap(({ where, command, words }) => {
    const row = rows.get(command);
    if (!row) return [`${where}: there is no command ${command}`];
    const flags = JSON.stringify(row);
    return words
      .filter((word) => word.startsWith('--') && word !== '--')
      .map((word) => word.replace(/=.*$/, '').replace(/[.,:]$/, ''))
      .filter((flag) => !new RegExp(`(?<![\\w-])${flag}(?![\\w-])`).test(flags))
      .map((flag) => `${where}: ${command} has no ${flag}`);
  });
  expect(wrong).toEqual([]);
});
