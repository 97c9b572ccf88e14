import { type RouteFolder, routeFolderOf } from '../../../analyzers/readings/javascript/route-folders.ts';
import type { Refusal } from '../../../src/core/refusal.ts';
import type { View } from '../../../src/workspace/view.ts';
import { refuse } from './source.ts';

/** The first part that a framework would take for a page, an endpoint or a plugin by its place. */
export function refuseRoutes(view: View, path: string, parts: readonly string[]): Refusal[] {
  for (const part of parts) {
    const found = routeFolderOf(view, part);
    if (found === null) continue;
    const why = `${found.name} would load ${part} by itself: the files of ${found.folder} are its pages, endpoints, commands or plugins`;
    return [refuse({ path }, 'J89', { start: 0, end: 0 }, why, wayOut(found))];
  }
  return [];
}

const wayOut = ({ folder, otherName }: RouteFolder): string =>
  otherName === null
    ? `Move the code to a file outside of ${folder} first, and split it there.`
    : `Give the module ${otherName} in the plan.`;
