import type { View } from '../../../workspace/view.ts';

const LIST = /\b(packages|py_modules|include)(\s*=\s*)([[(])([^[\]()]*)([\])])/g;
const NAMES = /(["'])([\w.*]+)\1/g;

/**
 * A `setup.py` that only lists more than before: nothing of it moved, and importing it would run the setup. What its lists lead to is proven
 * where the parts are shipped.
 */
export function onlyListsMore(before: View, after: View, path: string): boolean {
  if (!/(^|\/)setup\.py$/.test(path) || before.file(path)?.state !== 'text' || after.file(path)?.state !== 'text')
    return false;
  const [earlier, later] = [before.text(path), after.text(path)];
  const bare = (text: string): string => text.replace(LIST, '$1$2$3$5');
  if (bare(earlier) !== bare(later)) return false;
  const lists = (text: string): string[][] =>
    [...text.matchAll(LIST)].map(([, , , , inner]) => [...inner!.matchAll(NAMES)].map(([, , name]) => name!));
  const now = lists(later);
  return lists(earlier).every((old, i) => old.every((name) => now[i]!.includes(name)));
}
