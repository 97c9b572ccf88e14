import { z } from 'zod';
import { EMPTY_CHANGE_SET } from '../../../src/core/change-set.ts';
import { defineCodemod } from '../../define-codemod.ts';
import { writeOwn } from '../write-own.ts';

/** Keeps one file that a report was made for; a file of somebody else stays as it is. */
export const writeDocument = defineCodemod<{ readonly path: string; readonly text: string; readonly mark: string }>({
  id: 'workspace/write-document',
  languages: [],
  title: 'Write a document that a command keeps',
  examples: [],
  options: z.strictObject({ path: z.string(), text: z.string(), mark: z.string() }),
  run(view, { path, text, mark }) {
    const { notes, ...made } = writeOwn(view, { path, text, isOwn: (before) => before.startsWith(mark) });
    return { status: 'changed', changeSet: { ...EMPTY_CHANGE_SET, ...made }, notes };
  },
});
