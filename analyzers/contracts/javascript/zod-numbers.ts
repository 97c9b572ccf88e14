import { NULL, type Shape, unionOf, unsure } from '../shape/shape.ts';
import { numberShape } from './number-shape.ts';
import type { TypescriptShapes } from './typescript-context.ts';
import type { ZodMajor } from './zod-major.ts';

/** `z.number()`: zod 4 takes no infinite number, zod 3 does; neither takes NaN. */
export function zodNumber(shapes: TypescriptShapes, major: ZodMajor): Shape {
  const finite = numberShape({ ...shapes, floats: 'finite' });
  if (shapes.floats === 'finite' || shapes.side === 'reads' || major === '4') return finite;
  return unionOf([
    finite,
    major === '3' ? NULL : unsure(NULL, 'zod 3 lets infinite numbers through, and no manifest tells its version'),
  ]);
}

const SAFE = BigInt(Number.MAX_SAFE_INTEGER);
/** Whole doubles end here. */
const WHOLE = 2n ** 1024n;

/** Whole numbers: zod 4 takes those that a double holds exactly, zod 3 each one that a double stands for (measured with 3.25 and 4.6). */
export function zodInteger({ side, numbers }: TypescriptShapes, major: ZodMajor): Shape {
  if (side === 'writes' && numbers === 'fit') return { kind: 'fitting' };
  const bound = major === '3' ? WHOLE : SAFE;
  return { kind: 'int', min: -bound, max: bound, leniency: side === 'reads' ? 'whole' : 'exact' };
}
