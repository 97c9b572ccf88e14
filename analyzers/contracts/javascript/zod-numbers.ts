import { join } from 'node:path/posix';
import { foldersAbove } from '../../../src/workspace/javascript/ignore-rules.ts';
import { nodeAt, readJsonc, stringOf } from '../../../src/workspace/javascript/read-jsonc.ts';
import { NULL, type Shape, unionOf, unsure } from '../shape/shape.ts';
import { numberShape } from './number-shape.ts';
import type { TypescriptShapes } from './typescript-context.ts';

/** `z.number()`: zod 4 takes no infinite number, zod 3 does; neither takes NaN. */
export function zodNumber(shapes: TypescriptShapes, file: string, from: string): Shape {
  const finite = numberShape({ ...shapes, floats: 'finite' });
  if (shapes.floats === 'finite' || shapes.side === 'reads') return finite;
  const major = from === 'zod' ? declaredMajor(shapes, file) : from.slice('zod/v'.length);
  if (major === '4') return finite;
  return major === '3'
    ? unionOf([finite, NULL])
    : unionOf([finite, unsure(NULL, 'zod 3 lets infinite numbers through, and no manifest tells its version')]);
}

const LISTS = ['dependencies', 'devDependencies', 'peerDependencies'];

/** The first number of zod's version in the nearest manifest that names it; null where none does, or it names a range of several. */
function declaredMajor({ view }: TypescriptShapes, file: string): string | null {
  for (const folder of ['', ...foldersAbove(file)].reverse()) {
    const manifest = join(folder, 'package.json');
    if (view.file(manifest)?.state !== 'text') continue;
    const table = readJsonc(view.text(manifest));
    const wanted = LISTS.map((list) => stringOf(nodeAt(table, list, 'zod'))).find((text) => text !== null);
    if (wanted !== undefined) return /^[~^]?(\d+)(?:\.[\w.-]+)?$/.exec(wanted!)?.[1] ?? null;
  }
  return null;
}
