import type { ChangeSet, Edit } from '../../src/core/change-set.ts';
import { hashOf } from '../../src/core/hash.ts';
import type { View } from '../../src/workspace/view.ts';

/** A file that is begun where nothing of that kind stands. */
export interface Scaffold {
  readonly path: string;
  readonly text: string;
  /** Other names under which the same thing may stand already. */
  readonly unless?: readonly string[];
}

/** The files that are begun, and a note for each that stays as it is. Nothing that stands is overwritten. */
export function scaffold(
  view: View,
  files: readonly Scaffold[],
): { readonly create: ChangeSet['create']; readonly notes: readonly string[] } {
  const spelled = new Map(view.files.map(({ path }) => [path.toLowerCase(), path]));
  const standing = ({ path, unless = [] }: Scaffold): string | undefined =>
    [path, ...unless].map((name) => spelled.get(name.toLowerCase())).find((name) => name !== undefined);
  return {
    create: files
      .filter((file) => standing(file) === undefined)
      .map(({ path, text }) => ({ path, mode: 0o644, parts: [{ text, reason: 'free' }] })),
    notes: files.flatMap((file) => {
      const existing = standing(file);
      return existing === undefined ? [] : [`kept ${existing} as it is`];
    }),
  };
}

/** Text behind the last line of a file, in the file's own line ends. */
export function appendTo(view: View, path: string, text: string): Pick<ChangeSet, 'base' | 'edit'> {
  const before = view.text(path);
  const newline = before.includes('\r\n') ? '\r\n' : '\n';
  const lead = before === '' ? '' : before.endsWith('\n') ? '\n' : '\n\n';
  const edit: Edit = {
    start: before.length,
    end: before.length,
    text: `${lead}${text}`.replace(/\r?\n/g, newline),
    reason: 'free',
  };
  return {
    base: [{ path, hash: hashOf(before), mode: view.file(path)!.mode }],
    edit: [{ path, edits: [edit] }],
  };
}
