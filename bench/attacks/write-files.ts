import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { mustRun } from '../corpus/run-command.ts';
import type { Files } from './contract.ts';

export function writeFiles(root: string, files: Files): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

/** All that git would commit. */
export const readFiles = (root: string): Files =>
  Object.fromEntries(pathsIn(root).map((path) => [path, readFileSync(join(root, path), 'utf8')]));

/** Puts other files in the place of those that git would commit; ignored ones, such as what was built, stay. */
export function replaceFiles(root: string, files: Files): void {
  for (const path of pathsIn(root)) rmSync(join(root, path));
  writeFiles(root, files);
}

const pathsIn = (root: string): string[] =>
  mustRun(['git', 'ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate'], root)
    .split('\0')
    .filter((path) => path !== '' && existsSync(join(root, path)));
