import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What a program has written to a folder.
 * @param folder absolute; one that is not there holds nothing
 * @returns path relative to the folder, with `/` -> text, for files whose name fits
 */
export function readOutputFiles(folder: string, name: RegExp): Map<string, string> {
  const texts = new Map<string, string>();
  for (const folders = ['']; folders.length > 0; ) {
    const current = folders.pop()!;
    for (const entry of entriesOf(join(folder, current))) {
      const path = current === '' ? entry.name : `${current}/${entry.name}`;
      if (entry.isDirectory()) folders.push(path);
      else if (name.test(entry.name)) texts.set(path, readFileSync(join(folder, path), 'utf8'));
    }
  }
  return texts;
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
