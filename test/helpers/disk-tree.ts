import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** Path -> text, `-> target` for a link, or bytes with a mode. */
export type Tree = Readonly<Record<string, string | { readonly bytes: string | Uint8Array; readonly mode: number }>>;

// In memory where the system offers it: these trees are written thousands of times, and each write waits for the disk.
const HOME = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

/** A new folder that is removed when the test ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(HOME, 'omni-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function writeTree(root: string, tree: Tree): string {
  for (const [path, content] of Object.entries(tree)) {
    const place = join(root, path);
    mkdirSync(dirname(place), { recursive: true });
    if (typeof content === 'string' && content.startsWith('-> ')) symlinkSync(content.slice(3), place);
    else if (typeof content === 'string') writeFileSync(place, content, { mode: 0o644 });
    else {
      writeFileSync(place, content.bytes);
      chmodSync(place, content.mode);
    }
  }
  return root;
}

/** Everything below a folder, one line each: mode, path (folders end with `/`), and content or link target. `.git` is left out. */
export function readTree(root: string, below = ''): Record<string, string> {
  const found: Record<string, string> = {};
  for (const name of readdirSync(join(root, below)).sort()) {
    if (name === '.git') continue;
    const path = below === '' ? name : `${below}/${name}`;
    const stats = lstatSync(join(root, path));
    const mode = (stats.mode & 0o7777).toString(8);
    if (stats.isSymbolicLink()) found[path] = `-> ${readlinkSync(join(root, path))}`;
    else if (stats.isDirectory()) Object.assign(found, { [`${path}/`]: 'folder' }, readTree(root, path));
    else found[path] = `${mode} ${readFileSync(join(root, path)).toString('latin1')}`;
  }
  return found;
}
