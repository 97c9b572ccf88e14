import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join, relative } from 'node:path';

/** One line a file of a folder: path, mode, hash of its bytes. Git's own folder and installed packages are left out. */
export function fingerprint(root: string): string {
  const lines: string[] = [];
  const open = [root];
  for (let folder = open.pop(); folder !== undefined; folder = open.pop())
    for (const name of readdirSync(folder)) {
      if (name === '.git' || name === 'node_modules') continue;
      const path = join(folder, name);
      const { mode } = lstatSync(path);
      const kind = lstatSync(path);
      if (kind.isDirectory()) open.push(path);
      const content = kind.isDirectory() ? '' : kind.isSymbolicLink() ? readlinkSync(path) : readFileSync(path);
      lines.push(`${relative(root, path)} ${mode.toString(8)} ${createHash('sha256').update(content).digest('hex')}`);
    }
  return lines.sort().join('\n');
}
