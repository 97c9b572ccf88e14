import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Whether the configuration of a workspace has a table: then facts that only its check asks for are gathered (and cached) at once. What it
 * overlooks is only slower, since the check asks for those facts file by file.
 * @param table as it is written: `[[contract`
 */
export function declares(root: string, table: string): boolean {
  try {
    return readFileSync(join(root, 'omni-refactor.toml'), 'utf8').includes(table);
  } catch {
    // No configuration declares nothing; one that cannot be read is reported when it is loaded.
    return false;
  }
}
