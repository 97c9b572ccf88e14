import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dirname, relative } from 'node:path/posix';

/** A program of the project's own node_modules. */
export interface NodeTool {
  readonly name: string;
  readonly version: string;
  /** Its script, relative to the stage: `node_modules/typescript/bin/tsc`. */
  readonly script: string;
  /** Folder of the node_modules, relative to the stage. */
  readonly folder: string;
}

/** The folders from one up to the stage's root, '' last. */
export function foldersUp(folder: string): string[] {
  const folders: string[] = [];
  for (let dir = folder === '.' ? '' : folder; ; dir = dirname(dir) === '.' ? '' : dirname(dir)) {
    folders.push(dir);
    if (dir === '') return folders;
  }
}

/** Looks as node does, from a folder upwards, but never above the stage. */
export function findTool(root: string, folder: string, pkg: string, bin: string): NodeTool | null {
  for (const parent of foldersUp(folder)) {
    const home = join(parent, 'node_modules', pkg);
    const manifest = join(root, home, 'package.json');
    if (!existsSync(manifest)) continue;
    const read = JSON.parse(readFileSync(manifest, 'utf8')) as {
      version?: string;
      bin?: string | Record<string, string>;
    };
    const script = typeof read.bin === 'string' ? read.bin : read.bin?.[bin];
    if (script !== undefined)
      return { name: bin, version: read.version ?? 'unknown', script: join(home, script), folder: parent };
  }
  return null;
}

/** The tool's script as it is named in a folder of the stage. */
export const scriptFrom = ({ script }: NodeTool, folder: string): string =>
  relative(folder === '' ? '.' : folder, script) || script;
