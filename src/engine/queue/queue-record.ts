import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { hashOf } from '../../core/hash.ts';
import type { View } from '../../workspace/view.ts';
import { type Disk, isGone, nodeDisk } from '../state/disk.ts';
import type { StateFolder } from '../state/state-folder.ts';
import type { QueueRow } from './queue-row.ts';

/** What a queue has come to so far: kept beside the journal, so that a run that was interrupted can go on. */
export interface QueueRecord {
  /** Of everything that decides how a row ends, but for the files. */
  readonly asked: string;
  readonly rows: readonly KeptRow[];
}

interface KeptRow extends QueueRow {
  /** Of the file's text once the row had ended; null where no file was left. */
  readonly text: string | null;
}

const recordPath = (state: StateFolder, asked: string): string =>
  join(dirname(state.journal), 'queues', `${asked.slice(0, 32)}.json`);

/** @param asked the queue's rows and options, as data */
export const askedKey = (asked: unknown): string => hashOf(JSON.stringify(asked));

/** The rows that ended in an earlier run and whose files have stood still since; none where nothing was kept, or it cannot be read. */
export async function keptRows(
  state: StateFolder,
  asked: string,
  view: View,
  disk: Disk = nodeDisk,
): Promise<QueueRow[]> {
  const record = await readRecord(state, asked, disk);
  return (record?.rows ?? []).flatMap(({ text, ...row }) => (textHash(view, row.path) === text ? [row] : []));
}

/** Adds rows that have ended to the record, in one step that a crash leaves done or undone. */
export async function keepRows(
  state: StateFolder,
  asked: string,
  rows: readonly QueueRow[],
  { after, disk = nodeDisk }: { readonly after: View; readonly disk?: Disk },
): Promise<void> {
  const known = (await readRecord(state, asked, disk))?.rows ?? [];
  const ended = new Set(rows.map(({ path }) => path));
  const kept = rows.map((row): KeptRow => ({ ...row, text: textHash(after, row.path) }));
  const body = JSON.stringify({ asked, rows: [...known.filter(({ path }) => !ended.has(path)), ...kept] });
  const path = recordPath(state, asked);
  const temporary = `${path}.${randomUUID()}.tmp`;
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await disk.create(temporary, Buffer.from(`${hashOf(body)}\n${body}\n`), 0o600);
  await disk.rename(temporary, path);
}

const textHash = (view: View, path: string): string | null =>
  view.file(path)?.state === 'text' ? hashOf(view.text(path)) : null;

/** A record that is damaged is none: what it knew is found out again. */
async function readRecord(state: StateFolder, asked: string, disk: Disk): Promise<QueueRecord | null> {
  let text: string;
  try {
    text = (await disk.read(recordPath(state, asked))).toString('utf8');
  } catch (error) {
    if (isGone(error)) return null;
    throw error;
  }
  const [hash, body = ''] = text.split('\n');
  return hash === hashOf(body) ? (JSON.parse(body) as QueueRecord) : null;
}
