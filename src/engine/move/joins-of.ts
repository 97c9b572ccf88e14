import { posix } from 'node:path';
import { RefactorError } from '../../core/errors.ts';
import type { View } from '../../workspace/view.ts';
import type { FileTask } from '../change/jobs.ts';
import type { Joining } from '../language.ts';
import { languageOfFile } from '../language-of.ts';

/**
 * The joins that files of a command line mean: a file with parts takes them all back, or those of them that are named beside it; a part goes back
 * to the file that it belongs to. Throws RefactorError `nothing-to-join`.
 */
export function joinsOf(view: View, files: readonly string[]): FileTask[] {
  const facades = files.filter((file) => joiningOf(view, file).partsIn(view, file).length > 0);
  const wanted = new Map<string, string[]>(facades.map((facade) => [facade, []]));
  const others = files.filter(
    (file) => !facades.includes(file) || (files.length > 1 && ownerOf(view, file, facades) !== null),
  );
  for (const file of others) {
    if (facades.includes(file) && ownerOf(view, file, facades) === null) continue;
    const owner =
      ownerOf(view, file, facades) ?? ownerOf(view, file, near(view, file)) ?? (file === files[0] ? null : files[0]!);
    if (owner === null && files.length === 1) throw nothingToJoin(file);
    if (owner !== null) wanted.set(owner, [...(wanted.get(owner) ?? []), file]);
  }
  return [...wanted].map(([path, parts]) => ({ codemod: joiningOf(view, path).codemod.id, path, parts }));
}

/** The file among some whose part another one is. */
const ownerOf = (view: View, file: string, among: readonly string[]): string | null =>
  among.find((one) => one !== file && joiningOf(view, one).partsIn(view, one).includes(file)) ?? null;

/** Files that a part may belong to: in its own folder, in the one above, or the one that stands for its folder. */
function near(view: View, file: string): string[] {
  const folder = posix.dirname(file);
  const language = languageOfFile(view.file(file));
  const stem = posix.basename(file).replace(/\..*$/, '').replace(/^_+/, '');
  return view.files
    .filter((one) => one.state === 'text' && one.path !== file && languageOfFile(one) === language)
    .filter(({ path }) => posix.dirname(path) === folder || posix.dirname(path) === posix.dirname(folder))
    .filter(({ path }) => view.text(path).includes(stem))
    .map(({ path }) => path);
}

function joiningOf(view: View, file: string): Joining {
  const joining = languageOfFile(view.file(file))?.join;
  if (joining) return joining;
  throw new RefactorError({
    code: 'unknown-language',
    what: `${file} cannot be joined with another file`,
    why: 'its extension names no language whose modules are joined',
    whatToDo: 'Name Rust, Python, JavaScript or TypeScript files.',
  });
}

const nothingToJoin = (file: string): RefactorError =>
  new RefactorError({
    code: 'nothing-to-join',
    what: `${file} has no parts, and is the part of no file`,
    why: 'a part is a private module that one file mounts or imports, and passes on: what a split makes',
    whatToDo: 'Name the file, and behind it the modules that are to go into it.',
  });
