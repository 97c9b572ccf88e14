import { hashOf } from '../../../core/hash.ts';
import type { FileEntry, View } from '../../../workspace/view.ts';
import { isExecutable } from '../../verdict/changes-between.ts';
import type { Subject } from './answers.ts';

/** What a proof is about, by the content of all files. */
export const subjectOf = (before: View, after: View): Subject => ({
  base: contentOf(before),
  change: contentOf(after),
});

/** Git vouches for some files on one machine and not on another: a text is known by itself. */
const contentOf = (view: View): string =>
  hashOf(JSON.stringify(view.files.map((file) => [file.path, file.state, isExecutable(file), identityOf(view, file)])));

const identityOf = (view: View, { path, state, key }: FileEntry): string =>
  state === 'text' ? hashOf(view.textOnce(path)) : key;
