import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A folder that exists for one test. */
export function tempFolder(): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'omni-')));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  return root;
}

export function writeFiles(root: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
}

/** A folder with these files, for one test. */
export function tempWorkspace(files: Readonly<Record<string, string | Uint8Array>>): string {
  const root = tempFolder();
  writeFiles(root, files);
  return root;
}
