import { Command } from 'commander';
import { expect, test } from 'vitest';
import { addRow } from '../../src/cli/add-row.ts';
import type { CommandRow } from '../../src/cli/command-row.ts';
import { buildProgram } from '../../src/cli/run-cli.ts';
import { commandTable } from '../../src/cli/write-command-table.ts';
import { PROJECT_ROOT } from '../helpers/run-tool.ts';

const silent = { write: () => {}, isTTY: false, columns: 100 };
const io = {
  cwd: PROJECT_ROOT,
  env: {},
  today: '2026-01-01',
  now: () => '',
  argv: [],
  stdout: silent,
  stderr: silent,
  signal: new AbortController().signal,
};

const never = (): never => {
  throw new Error('no command is run');
};

/** The whole help of each command and of those below it, as it is printed. */
function helpOf(command: Command): string {
  let text = '';
  command.configureOutput({ writeOut: (piece) => (text += piece), getOutHelpWidth: () => 100 });
  command.outputHelp();
  return [text, ...command.commands.map(helpOf)].join('\n');
}

test('commands that are declared from their rows, through JSON, print the help of the commands themselves', async () => {
  const rows = JSON.parse(JSON.stringify(await commandTable())) as readonly CommandRow[];
  const program = new Command('omni-refactor');
  for (const row of rows) addRow(program, row, never);
  const whole = await buildProgram([], io, async () => {});
  expect(rows.length).toBeGreaterThan(30);
  expect(program.commands.map(helpOf)).toEqual(whole.commands.map(helpOf));
});
