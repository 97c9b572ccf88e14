import { existsSync, readFileSync } from 'node:fs';
import type { CommandRow } from './command-row.ts';

/** The rows of all commands, as the build wrote them beside the joined modules; null where there was no such build: run from source. */
export function readCommandTable(): readonly CommandRow[] | null {
  const file = new URL('commands.json', import.meta.url);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as readonly CommandRow[]) : null;
}
