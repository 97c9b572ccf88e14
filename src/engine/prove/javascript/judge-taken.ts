import { basename, dirname } from 'node:path/posix';
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
    const isOldFolder = before.files.some((one) => dirname(one.path) === dirname(path));
    for (const other of others) {
      const why = takes(before, after, other, path) ?? (isOldFolder ? lists(after, other, path) : null);
      if (why !== null) return why;
    }
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

const LISTS = /\breaddir(?:Sync)?\s*\(|\bimport\.meta\.glob\b|\brequire\.context\b|\bglob(?:Sync|by)?\s*\(/;
/** What it finds is loaded: tools list folders for other ends. */
const LOADS = /\bimport\s*\(|\brequire\s*\(\s*[^'"`)\s]|\bimport\.meta\.glob\b|\brequire\.context\b/;

/** A file that loads whatever lies in a folder: its own, or one whose name it has in a string. */
function lists(view: View, by: string, path: string): string | null {
  const text = view.text(by);
  if (!LISTS.test(text) || !LOADS.test(text)) return null;
  const folder = dirname(path);
  const isNamed = new RegExp(`['"\`/]${basename(folder).replace(/\W/g, '\\$&')}['"\`/]`).test(text);
  return isNamed || (dirname(by) === folder && /\b__dirname\b|\bimport\.meta\b/.test(text))
    ? `${by} lists the files of ${folder}, and finds ${path} there`
    : null;
}
