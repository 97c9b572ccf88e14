import { posix } from 'node:path';
import { RefactorError } from '../../core/errors.ts';
import type { View } from '../../workspace/view.ts';
import type { FileTask } from '../change/jobs.ts';
import type { Joining } from '../language.ts';
import { languageOfFile } from '../language-of.ts';

/**
 * The joins that files of a command line mean: a file with parts takes them all back, or those of them that are named beside it; a part goes back
 * to the file that it belongs to. What belongs to no file goes into the first one. Throws RefactorError `nothing-to-join`.
 */
export function joinsOf(view: View, files: readonly string[]): FileTask[] {
  const wanted = new Map<string, string[]>();
  for (const file of files) {
    const home = homeOf(view, file, files);
    const parts = wanted.get(home) ?? [];
    wanted.set(home, home === file ? parts : [...parts, file]);
  }
  return [...wanted].map(([path, parts]) => {
    const { codemod, partsIn } = joiningOf(view, path);
    if (parts.length === 0 && partsIn(view, path).length === 0) throw nothingToJoin(path);
    return { codemod: codemod.id, path, parts };
  });
}

/** The file that one is to go into; itself where its own parts are to go into it. */
function homeOf(view: View, file: string, files: readonly string[]): string {
  const named = ownerOf(view, file, files);
  const owner = named ?? ownerOf(view, file, near(view, file));
  const own = joiningOf(view, file).partsIn(view, file);
  if (owner === null) return own.length > 0 || file === files[0] ? file : files[0]!;
  const shared = joiningOf(view, owner).partsIn(view, owner);
  // Parts that import one another have the parts of their file for their own.
  if (named === null && own.some((part) => !shared.includes(part))) return file;
  const above = ownerOf(
    view,
    owner,
    files.filter((one) => one !== file),
  );
  return above ?? owner;
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

/** The file that two modules belong to, be it one of them; null where there is none. */
export function facadeOf(view: View, one: string, other: string): string | null {
  if (ownerOf(view, other, [one]) !== null) return one;
  if (ownerOf(view, one, [other]) !== null) return other;
  const owner = ownerOf(view, one, near(view, one));
  return owner !== null && ownerOf(view, other, [owner]) !== null ? owner : null;
}
