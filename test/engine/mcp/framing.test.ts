import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createFraming, type Frame } from '../../../src/engine/mcp/transport/framing.ts';
import { createEventReader } from '../../../src/engine/mcp/transport/read-events.ts';

const LIMIT = 40;

/** The same bytes in chunks of the given sizes, over and over. */
function chunked(bytes: Buffer, sizes: readonly number[]): Buffer[] {
  const chunks: Buffer[] = [];
  for (let at = 0, i = 0; at < bytes.length; i++) {
    const size = sizes[i % sizes.length]!;
    chunks.push(bytes.subarray(at, at + size));
    at += size;
  }
  return chunks;
}

function framesOf(chunks: readonly Buffer[]): string[] {
  const framing = createFraming(LIMIT);
  const frames: Frame[] = [...chunks.flatMap((chunk) => framing.add(chunk)), ...framing.end()];
  // How much of a line that is too long is at hand when it passes the limit depends on the chunks; that it does, does not.
  return frames.map(({ kind, bytes }) => (kind === 'oversized' ? kind : `${kind} ${bytes.toString('latin1')}`));
}

const bytes = fc
  .array(fc.oneof(fc.constant(10), fc.constant(13), fc.integer({ min: 0, max: 255 })), { maxLength: 300 })
  .map((all) => Buffer.from(all));
const sizes = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 8 });

test('any chunking of the same bytes gives the same frames', () => {
  fc.assert(
    fc.property(bytes, sizes, (all, cuts) => {
      expect(framesOf(chunked(all, cuts))).toEqual(framesOf([all]));
    }),
    { numRuns: 2_000 },
  );
});

test('no byte of a line within the limit is lost or changed', () => {
  fc.assert(
    fc.property(bytes, sizes, (all, cuts) => {
      const lines = all.toString('latin1').split('\n');
      const rest = lines.pop()!;
      const wanted = [
        ...lines.map((line) => (line.length > LIMIT ? 'oversized' : `line ${line}`)),
        ...(rest === '' ? [] : [rest.length > LIMIT ? 'oversized' : `half ${rest}`]),
      ];
      expect(framesOf(chunked(all, cuts))).toEqual(wanted);
    }),
    { numRuns: 2_000 },
  );
});

test('a line that never ends is told once, and not kept', () => {
  const framing = createFraming(1_000);
  const frames = Array.from({ length: 1_000 }, () => framing.add(Buffer.alloc(1_000, 'x'))).flat();
  expect(frames.map(({ kind, bytes: kept }) => [kind, kept.length])).toEqual([['oversized', 256]]);
  expect(framing.add(Buffer.from('\n{}\n')).map(({ kind }) => kind)).toEqual(['line']);
});

const event = fc.array(fc.constantFrom('a', 'data: {}', ': keep', 'data:', 'é', '"'), { maxLength: 4 });

test('any chunking of a stream gives the same events', () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 6 }), fc.constantFrom('\n', '\r\n'), sizes, (events, newline, cuts) => {
      const lines = events.flatMap((data) => [...data.map((one) => `data: ${one}`), ': comment', '']);
      const text = Buffer.from(lines.map((line) => `${line}${newline}`).join(''));
      const read = (chunks: readonly Buffer[]): string[] => {
        const reader = createEventReader(1_000);
        return chunks.flatMap((chunk) => reader.add(chunk).events.map(String));
      };
      expect(read(chunked(text, cuts))).toEqual(
        events.filter((data) => data.length > 0).map((data) => data.join('\n')),
      );
    }),
  );
});

test('an event past the limit is told', () => {
  const reader = createEventReader(100);
  expect(reader.add(Buffer.from(`data: ${'x'.repeat(200)}\n\n`)).tooLong).toBe(true);
  const many = createEventReader(100);
  const told = Array.from({ length: 10 }, () => many.add(Buffer.from(`data: ${'x'.repeat(50)}\n`)).tooLong);
  expect(told).toContain(true);
});
