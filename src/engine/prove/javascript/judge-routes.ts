import { pageSettings } from '../../../../analyzers/readings/javascript/page-settings.ts';
import { misnamedOperation } from '../../../../analyzers/readings/javascript/relay-names.ts';
import { routeFolderOf } from '../../../../analyzers/readings/javascript/route-folders.ts';
import type { View } from '../../../workspace/view.ts';
import type { Family } from './families.ts';

/**
 * A new file must not be an address of the app, a page or a plugin, only because of where it lies; and what a framework reads from the text of
 * a page is still written out there.
 */
export function judgeRoutes(before: View, after: View, family: Family): string | null {
  for (const { path, exports } of family.before) {
    const settings = pageSettings(before, path, [...exports.keys()]);
    const lost = settings?.exports.find((name) => isWritten(before, path, name) && !isWritten(after, path, name));
    if (lost !== undefined)
      return `${settings!.name} reads \`${lost}\` from the text of ${path}, where it is no longer written out`;
  }
  for (const { path } of family.after) {
    const found = before.file(path) ? null : routeFolderOf(after, path);
    const query = before.file(path) ? null : misnamedOperation(after, path);
    if (query !== null) return `Relay wants \`${query}\` to begin with the name of its module, and ${path} has another`;
    if (found)
      return `${found.name} would load ${path} by itself: the files of ${found.folder} are its pages, endpoints, commands or plugins`;
  }
  return null;
}

const isWritten = (view: View, path: string, name: string): boolean =>
  view.file(path)?.state === 'text' &&
  new RegExp(`^\\s*export\\s+(?:declare\\s+)?(?:const|let|var|(?:async\\s+)?function)\\s+${name}\\b`, 'm').test(
    view.text(path),
  );
