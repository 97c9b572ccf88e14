import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Whether a manifest or lock file near the top of a workspace names PyO3: then facts of both languages are gathered (and cached) at once.
 * What it overlooks is only slower, since the check asks for those facts file by file.
 */
export const mayHoldNative = (root: string): boolean => speaksBelow(root, 2);

function speaksBelow(folder: string, depth: number): boolean {
  let entries: ReturnType<typeof entriesOf>;
  try {
    entries = entriesOf(folder);
  } catch {
    // A folder that cannot be listed is reported when the workspace is opened.
    return false;
  }
  const files = entries.filter((entry) => entry.isFile() && /^Cargo\.(?:toml|lock)$/.test(entry.name));
  if (files.some(({ name }) => readFileSync(join(folder, name), 'utf8').includes('pyo3'))) return true;
  const folders = entries.filter((entry) => entry.isDirectory() && !/^(?:\.|node_modules$|target$)/.test(entry.name));
  return depth > 0 && folders.some(({ name }) => speaksBelow(join(folder, name), depth - 1));
}

const entriesOf = (folder: string) => readdirSync(folder, { withFileTypes: true });
