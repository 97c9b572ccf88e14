import { FLOAT, nullable, type Shape, unionOf } from '../shape/shape.ts';
import type { TypescriptShapes } from './typescript-context.ts';

/** JavaScript writes whole numbers below 10^21 without a fraction or exponent. */
const WHOLE: Shape = { kind: 'int', min: -(10n ** 21n) + 1n, max: 10n ** 21n - 1n, leniency: 'exact' };

/** `number`: what JSON.stringify writes of one, or every number of JSON. */
export function numberShape({ side, numbers, floats }: TypescriptShapes): Shape {
  if (side === 'reads') return FLOAT;
  const written: Shape = numbers === 'fit' ? { kind: 'fitting' } : unionOf([FLOAT, WHOLE]);
  return floats === 'any' ? nullable(written) : written;
}
