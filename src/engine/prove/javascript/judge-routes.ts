import { routeFolderOf } from '../../../../analyzers/readings/javascript/route-folders.ts';
import type { View } from '../../../workspace/view.ts';
import type { Family } from './families.ts';

/** A new file must not be an address of the app, a page or a plugin, only because of where it lies. */
export function judgeRoutes(before: View, after: View, family: Family): string | null {
  for (const { path } of family.after) {
    const found = before.file(path) ? null : routeFolderOf(after, path);
    if (found)
      return `${found.name} would load ${path} by itself: the files of ${found.folder} are its pages, endpoints, commands or plugins`;
  }
  return null;
}
