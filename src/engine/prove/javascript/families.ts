import type { View } from '../../../workspace/view.ts';
import { type EsModule, readEsModule } from './read-es-module.ts';

/** Modules that were one and are several, before and after. */
export interface Family {
  readonly before: readonly EsModule[];
  readonly after: readonly EsModule[];
}

/** Changed files with the new files that they name, directly or through one another. @returns also what no family can hold, with the reason */
export function familiesOf(
  before: View,
  after: View,
  paths: readonly string[],
): { families: Family[]; problems: Map<string, string> } {
  const problems = new Map<string, string>();
  const modules = new Map<string, EsModule>();
  const old = new Map<string, EsModule>();
  for (const path of paths) {
    const now = readEsModule(after, path);
    const earlier = before.file(path) ? readEsModule(before, path) : null;
    if (typeof now === 'string' || typeof earlier === 'string')
      problems.set(path, typeof now === 'string' ? now : String(earlier));
    else {
      modules.set(path, now);
      if (earlier) old.set(path, earlier);
    }
  }
  const groupOf = new Map<string, Set<string>>([...old.keys()].map((path) => [path, new Set([path])]));
  for (const root of old.keys()) {
    const waiting = [root];
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop())
      for (const named of modules.get(path)!.named) {
        if (!modules.has(named) || old.has(named)) continue;
        const group = groupOf.get(root)!;
        const known = groupOf.get(named);
        if (known === group) continue;
        if (!known) waiting.push(named);
        for (const one of [named, ...(known ?? [])]) {
          group.add(one);
          groupOf.set(one, group);
        }
      }
  }
  for (const path of modules.keys())
    if (!groupOf.has(path)) problems.set(path, 'no changed file that was there before names this one');
  const families = [...new Set(groupOf.values())].map((group) => {
    const members = [...group].sort();
    return { before: members.flatMap((path) => old.get(path) ?? []), after: members.map((path) => modules.get(path)!) };
  });
  return { families, problems };
}
