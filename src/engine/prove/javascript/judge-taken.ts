import { basename, dirname } from 'node:path/posix';
import { collectedBy } from '../../../../analyzers/readings/javascript/collected-tests.ts';
import { folderLoaderOf } from '../../../../analyzers/readings/javascript/folder-loaders.ts';
import { moduleOf } from '../../../../analyzers/readings/javascript/module-paths.ts';
import { isScript } from '../../../languages/javascript/is-script.ts';
import type { View } from '../../../workspace/view.ts';
import type { Family } from './families.ts';

/** What others ask for leads where it led: a new file may be found in place of a folder's index, or first by `paths` of a configuration. */
export function judgeTaken(before: View, after: View, family: Family): string | null {
  const members = new Set([...family.before, ...family.after].map(({ path }) => path));
  const others = after.files
    .filter(({ path, state, grammar }) => state === 'text' && isScript(grammar) && !members.has(path))
    .map(({ path }) => path);
  for (const { path } of family.after) {
    if (before.file(path)) continue;
    for (const other of others) {
      const why = takes(before, after, other, path);
      if (why !== null) return why;
    }
    const runner = collectedBy(after, path);
    if (runner !== null) return `${runner} takes ${path} for a test by its folder, and finds none in it`;
    const loader = folderLoaderOf(before, after, path);
    if (loader?.certain) return `${loader.by} loads the files of ${loader.finds}, and finds ${path} there`;
  }
  return null;
}

function takes(before: View, after: View, by: string, path: string): string | null {
  const stem = basename(path).replace(/\.[mc]?[jt]sx?$/, '');
  const name = namesEndingIn(after.text(by), stem === 'index' ? basename(dirname(path)) : stem).find(
    (one) => moduleOf(after, by, one) === path && moduleOf(before, by, one) !== path,
  );
  return name === undefined ? null : `${by} asks for '${name}', which leads to ${path} now`;
}

/** Module names in a text whose last part is a word. */
const namesEndingIn = (text: string, word: string): string[] =>
  text.includes(word)
    ? [...text.matchAll(/\b(?:from|import|require)\s*\(?\s*(['"`])([^'"`\n]+)\1/g)]
        .map(([, , name]) => name!)
        .filter((name) => basename(name.replace(/\.[mc]?[jt]sx?$/, '').replace(/\/index$/, '')) === word)
    : [];

/** What may load a new file only because of where it lies, in words for a proof that shows less; null where nothing is seen to. */
export function mayBeTaken(before: View, after: View, path: string): string | null {
  const loader = folderLoaderOf(before, after, path);
  return loader && !loader.certain
    ? `${loader.by} lists files below ${loader.finds} and may load ${path}, which is not compared (N2)`
    : null;
}
