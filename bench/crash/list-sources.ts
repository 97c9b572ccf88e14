import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { byText } from '../../src/core/compare.ts';
import { grammarOf } from '../../src/languages/language.ts';

/** Source files below the folders, each content once, in order of path; symbolic links are not followed. At most so many from each folder. */
export function listSources(folders: readonly string[], most: number): string[] {
  const seen = new Set<string>();
  return folders.flatMap((folder) => {
    const found: string[] = [];
    const open = [folder];
    for (let dir = open.shift(); dir !== undefined && found.length < most; dir = open.shift()) {
      const entries = readdirSync(dir, { withFileTypes: true }).sort((a, b) => byText(a.name, b.name));
      for (const entry of entries) {
        const path = join(dir, entry.name);
        if (entry.isDirectory()) open.push(path);
        else if (entry.isFile() && grammarOf(path) !== null && found.length < most && isNew(seen, path))
          found.push(path);
      }
    }
    return found;
  });
}

function isNew(seen: Set<string>, path: string): boolean {
  const content = createHash('sha1').update(readFileSync(path)).digest('base64');
  if (seen.has(content)) return false;
  seen.add(content);
  return true;
}
