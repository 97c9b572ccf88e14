import { join } from 'node:path/posix';
import { foldersAbove } from '../../../src/workspace/javascript/ignore-rules.ts';
import { nodeAt, readJsonc, stringOf } from '../../../src/workspace/javascript/read-jsonc.ts';
import type { View } from '../../../src/workspace/view.ts';

/** 3 and 4 differ in what they take and give; null where no manifest tells which it is. */
export type ZodMajor = '3' | '4' | null;

/** @param from the module that a name comes from: `zod`, `zod/v3`, `zod/v4` */
export function zodMajor(view: View, file: string, from: string): ZodMajor {
  const major = from === 'zod' ? declaredMajor(view, file) : from.slice('zod/v'.length);
  return major === '3' || major === '4' ? major : null;
}

const LISTS = ['dependencies', 'devDependencies', 'peerDependencies'];

/** The first number of zod's version in the nearest manifest that names it; null where none does, or it names a range of several. */
function declaredMajor(view: View, file: string): string | null {
  for (const folder of ['', ...foldersAbove(file)].reverse()) {
    const manifest = join(folder, 'package.json');
    if (view.file(manifest)?.state !== 'text') continue;
    const table = readJsonc(view.text(manifest));
    const wanted = LISTS.map((list) => stringOf(nodeAt(table, list, 'zod'))).find((text) => text !== null);
    if (wanted !== undefined) return /^[~^]?(\d+)(?:\.[\w.-]+)?$/.exec(wanted!)?.[1] ?? null;
  }
  return null;
}
