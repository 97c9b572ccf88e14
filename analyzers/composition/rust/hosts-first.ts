import { by, byText } from '../../../src/core/compare.ts';
import type { View } from '../../../src/workspace/view.ts';
import { includedParts } from './included-parts.ts';

/** These files by name, but each behind the one among them that splices it: only then is it a module of its own. */
export function hostsFirst(view: View, paths: readonly string[]): string[] {
  const hostOf = new Map<string, string>();
  for (const path of paths)
    if (view.file(path)?.grammar === 'rust') for (const part of includedParts(view, path)) hostOf.set(part.path, path);
  const depthOf = (path: string): number => {
    const seen = new Set<string>();
    for (let host = hostOf.get(path); host !== undefined && !seen.has(host); host = hostOf.get(host)) seen.add(host);
    return seen.size;
  };
  return [...paths].sort(byText).sort(by(depthOf));
}
