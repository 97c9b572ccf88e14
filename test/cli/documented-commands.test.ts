import { expect, test } from 'vitest';
import { commandTable } from '../../src/cli/write-command-table.ts';
import { shownCommands } from '../helpers/shown-commands.ts';

const shown = shownCommands();

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
