import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isRefactorError } from '../../core/errors.ts';
import { listHistory } from '../../engine/apply/list-history.ts';
import { outlineFile } from '../../engine/outline-file.ts';
import type { Io } from '../io.ts';
import { stateOf } from '../with-state.ts';
import type { Candidate, Source } from './answer.ts';
import type { TypedLine } from './typed-line.ts';

type Ask = (line: TypedLine, io: Io) => Promise<readonly Candidate[]> | readonly Candidate[];

/** By command and argument or option. Each reads what it needs alone: a key must not wait for a workspace to be opened. */
const SOURCES: Readonly<Record<string, Ask>> = {
  'explain <id>': async () => named((await import('../commands/explain.ts')).explainedIds()),
  'check [names...]': async () => named((await import('../../../analyzers/checks.ts')).CHECK_NAMES),
  'run <codemod>': shipped,
  'run --and': shipped,
  'move <unit...>': units,
  'hotspots --explain': functions,
  'apply [file]': plans,
  'plan --previous': plans,
  'split --plan': plans,
  'receipt [id]': receipts,
};

/** What the workspace and the program's own data hold. What cannot be read gives no words: a shell has no place for an error. */
export const sourceFor =
  (io: Io): Source =>
  async (line, place) => {
    try {
      return (await SOURCES[place]?.(line, io)) ?? null;
    } catch (error) {
      if (isRefactorError(error) || (error as NodeJS.ErrnoException).code !== undefined) return null;
      throw error;
    }
  };

const named = (values: readonly string[]): Candidate[] => values.map((value) => ({ value }));

async function shipped(): Promise<Candidate[]> {
  const { SHIPPED } = await import('../../../codemods/shipped.ts');
  return SHIPPED.map(({ id, title }) => ({ value: id, about: title }));
}

/** Names of the units of the file that `--from` names: they need no quotes, as ids do. */
function units({ values }: TypedLine, io: Io): Candidate[] {
  const file = values.get('--from');
  if (file === undefined) return [];
  const { outline } = outlineFile({ cwd: io.cwd, root: values.get('--root') ?? null, file });
  const about = new Map(
    outline.units.flatMap(({ id, name, parent }) => (name && !parent ? [[name, id] as const] : [])),
  );
  return [...about].map(([value, id]) => ({ value, about: id }));
}

/** Behind the colon of `FILE:FUNCTION`. */
function functions({ current, values }: TypedLine, io: Io): Candidate[] {
  const colon = current.indexOf(':');
  if (colon < 1) return [];
  const file = current.slice(0, colon);
  const { metrics } = outlineFile({ cwd: io.cwd, root: values.get('--root') ?? null, file, metrics: true });
  return (metrics?.functions ?? []).map(({ symbol, cognitive }) => ({
    value: `${file}:${symbol}`,
    about: `cognitive ${cognitive}`,
  }));
}

async function receipts({ values }: TypedLine, io: Io): Promise<Candidate[]> {
  const rows = await listHistory(await stateOf(io, values.get('--root')));
  return rows.map(({ id, receipt }) => ({ value: id, about: receipt.command.join(' ') }));
}

/** Plans in the folder that is typed, by how they begin; where there is none, the shell shows all files. */
function plans({ current }: TypedLine, io: Io): Candidate[] {
  const folder = current.includes('/') ? dirname(`${current}x`) : '';
  return readdirSync(join(io.cwd, folder))
    .filter((name) => /\.(?:ya?ml|json)$/.test(name) && holdsPlan(join(io.cwd, folder, name)))
    .map((name) => ({ value: folder === '' ? name : `${folder}/${name}`, about: 'a plan' }));
}

const holdsPlan = (file: string): boolean => {
  const text = readFileSync(file, 'utf8');
  return /^\s*"?codemod"?:/m.test(text) && /^\s*"?(?:modules|changeSets)"?:/m.test(text);
};
