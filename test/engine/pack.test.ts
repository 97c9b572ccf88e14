import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openPack, writePack } from '../../src/engine/facts/pack.ts';

const entry = (key: string, kind: string, text: string) => ({ key, kind, bytes: Buffer.from(text) });

test('gives back what was written; of two entries the first', () => {
  const pack = openPack(
    writePack([entry('a', 'x', 'one'), entry('a', 'y', ''), entry('a', 'x', 'two'), entry('b', 'x', '🦀')]),
  );
  expect(pack.get('a', 'x')?.toString()).toBe('one');
  expect(pack.get('a', 'y')?.toString()).toBe('');
  expect(pack.get('b', 'x')?.toString()).toBe('🦀');
  expect(pack.get('b', 'y')).toBe(null);
  expect(pack.size).toBe(3);
});

test('a damaged pack gives what was written, or nothing', () => {
  const written = Array.from({ length: 20 }, (_, i) => entry(`key${i}`, 'fact@1', `{"value":"${'v'.repeat(i * 7)}"}`));
  const file = writePack(written);
  const damage = fc.oneof(
    fc.record({ at: fc.nat(file.length - 1), bit: fc.nat(7) }).map(({ at, bit }) => {
      const copy = Buffer.from(file);
      copy[at] = copy[at]! ^ (1 << bit);
      return copy;
    }),
    fc.nat(file.length).map((length) => file.subarray(0, length)),
    fc.uint8Array({ maxLength: 64 }).map((bytes) => Buffer.from(bytes)),
  );
  fc.assert(
    fc.property(damage, (damaged) => {
      const pack = openPack(damaged);
      return written.every(({ key, kind, bytes }) => pack.get(key, kind)?.equals(bytes) ?? true);
    }),
    { numRuns: 500 },
  );
});
