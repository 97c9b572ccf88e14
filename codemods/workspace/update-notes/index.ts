import { z } from 'zod';
import { composition } from '../../../analyzers/composition/index.ts';
import { type ChangeSet, EMPTY_CHANGE_SET } from '../../../src/core/change-set.ts';
import { hashOf } from '../../../src/core/hash.ts';
import type { Refusal } from '../../../src/core/refusal.ts';
import type { FileEntry, View } from '../../../src/workspace/view.ts';
import { type CodemodResult, defineCodemod } from '../../define-codemod.ts';
import { BLOCK_END, BLOCK_START, findBlock } from './blocks.ts';
import { moduleMap } from './module-map.ts';

/** Keeps the marked module map in Markdown files up to date. A file asks for it by its two marks; the map covers the file's own folder. */
export const updateNotes = defineCodemod<Record<string, never>>({
  id: 'workspace/update-notes',
  languages: ['rust', 'python', 'javascript'],
  title: `Bring the module maps between ${BLOCK_START} and ${BLOCK_END} up to date`,
  examples: ['crate-map'],
  options: z.strictObject({}),
  run,
});

const mayHoldMap = (view: View, { path, state }: FileEntry): boolean =>
  state === 'text' && path.endsWith('.md') && view.text(path).includes('omni-refactor:modules');

function run(view: View): CodemodResult {
  const edits: ChangeSet['edit'][number][] = [];
  const base: ChangeSet['base'][number][] = [];
  const refusals: Refusal[] = [];
  let composed: ReturnType<typeof composition.run> | null = null;
  for (const { path, mode } of view.files.filter((file) => mayHoldMap(view, file))) {
    const text = view.text(path);
    const block = findBlock(text);
    if (typeof block === 'string') refusals.push(misplaced(path, text.indexOf('omni-refactor:modules'), block));
    if (block === null || typeof block === 'string') continue;
    composed ??= composition.run(view);
    const newline = text.includes('\r\n') ? '\r\n' : '\n';
    const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
    const wanted = ['', ...moduleMap(view, composed, folder), ''].join(newline);
    if (text.slice(block.start, block.end) === wanted) continue;
    base.push({ path, hash: hashOf(text), mode });
    edits.push({ path, edits: [{ ...block, text: wanted, reason: 'notes' }] });
  }
  if (refusals.length > 0) return { status: 'refused', refusals };
  return { status: 'changed', changeSet: { ...EMPTY_CHANGE_SET, base, edit: edits }, notes: [] };
}

const misplaced = (path: string, start: number, why: string): Refusal => ({
  hazard: 'N1',
  path,
  start,
  end: start,
  why,
  whatToDo: `Write ${BLOCK_START} and ${BLOCK_END} once each, in this order, on lines of their own.`,
});
