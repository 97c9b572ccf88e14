import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { escapedJson } from '../report/json-text.ts';
import { type CommandRow, rowOf } from './command-row.ts';
import type { Io } from './io.ts';
import { manPage } from './man-page.ts';
import { readVersion } from './read-version.ts';
import { buildProgram } from './run-cli.ts';

/** Writes the rows of all commands to `file`, as JSON; for the build. */
export async function writeCommandTable(file: string): Promise<void> {
  writeFileSync(file, escapedJson(await commandTable()));
}

/** Writes the manual page of the same rows to `file`; for the build. */
export async function writeManPage(file: string): Promise<void> {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, manPage(await commandTable(), readVersion()));
}

/** @internal In the order of the help. */
export async function commandTable(): Promise<readonly CommandRow[]> {
  const program = await buildProgram([], UNSEEN, async () => {});
  return program.commands.map(rowOf);
}

const silent = { write: () => {}, isTTY: false, columns: 100 };

/** Nothing of it is asked while commands are declared. */
const UNSEEN: Io = {
  cwd: '/',
  env: {},
  today: '2026-01-01',
  now: () => '2026-01-01T00:00:00.000Z',
  argv: [],
  stdout: silent,
  stderr: silent,
  signal: new AbortController().signal,
};
