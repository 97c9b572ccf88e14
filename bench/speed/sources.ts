import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Grammar, grammarOf } from '../../src/languages/language.ts';

export interface Source {
  readonly path: string;
  readonly grammar: Grammar;
  readonly text: string;
}

/** Source files below the folders, in order of path, until so many bytes are there. @param only of this grammar */
export function readSources(folders: readonly string[], bytes: number, only: Grammar | null = null): Source[] {
  const sources: Source[] = [];
  let read = 0;
  for (const folder of folders)
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
      const path = join(folder, name);
      const grammar = grammarOf(path);
      if (
        grammar === null ||
        (only !== null && grammar !== only) ||
        name.includes('node_modules') ||
        !statSync(path).isFile()
      )
        continue;
      const buffer = readFileSync(path);
      if (buffer.length > 1_000_000 || read + buffer.length > bytes) continue;
      sources.push({ path, grammar, text: buffer.toString('utf8') });
      read += buffer.length;
    }
  return sources;
}
