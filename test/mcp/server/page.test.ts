import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isRefactorError } from '../../../src/core/errors.ts';
import { pageOf } from '../../../src/mcp/server/page.ts';
import '../../helpers/fixed-seed.ts';

const ALL = { limit: 500, cursor: null, omit: [] };
const REPORT = { kind: 'x', rows: [1, 2, 3], evidence: { proofs: ['a', 'b'], by: 'S' }, none: [] as number[] };
const TEXT = JSON.stringify(REPORT);

test('a report whose lists fit is unchanged', () => {
  const { report, page } = pageOf(TEXT, REPORT, ALL);
  expect(report).toEqual(REPORT);
  expect(page).toEqual({ from: 0, count: 5, total: 5, leftOut: {}, omitted: [], nextCursor: null });
});

test('a page names what it leaves out, and leads to the rest', () => {
  const first = pageOf(TEXT, REPORT, { ...ALL, limit: 2 });
  expect(first.report).toEqual({ ...REPORT, rows: [1, 2], evidence: { proofs: [], by: 'S' } });
  expect(first.page.leftOut).toEqual({ rows: 1, 'evidence.proofs': 2 });
  const second = pageOf(TEXT, REPORT, { ...ALL, limit: 2, cursor: first.page.nextCursor });
  expect(second.report).toEqual({ ...REPORT, rows: [3], evidence: { proofs: ['a'], by: 'S' } });
});

test('pages of any size, put together, are the report', () => {
  const reports = fc.dictionary(
    fc.string({ minLength: 1 }).filter((key) => key !== '__proto__'),
    fc.oneof(fc.array(fc.nat()), fc.string(), fc.record({ inner: fc.array(fc.nat()), word: fc.string() })),
  );
  fc.assert(
    fc.property(reports, fc.integer({ min: 1, max: 7 }), (report, limit) => {
      const text = JSON.stringify(report);
      const seen: unknown[] = [];
      let cursor: string | null = null;
      do {
        const { report: part, page } = pageOf(text, report, { limit, cursor, omit: [] });
        expect(page.count).toBeLessThanOrEqual(limit);
        seen.push(...itemsOf(part));
        cursor = page.nextCursor;
      } while (cursor !== null);
      expect(seen).toEqual(itemsOf(report));
    }),
  );
});

const itemsOf = (report: Readonly<Record<string, unknown>>): unknown[] =>
  Object.values(report).flatMap((value) =>
    Array.isArray(value) ? value : typeof value === 'object' ? (value as { inner: unknown[] }).inner : [],
  );

test('an answer has a bound in bytes, and holds at least one item', () => {
  const report = { rows: Array.from({ length: 20 }, () => 'x'.repeat(90_000)) };
  const { page } = pageOf(JSON.stringify(report), report, ALL);
  expect(page.count).toBe(2);
  const huge = { rows: ['x'.repeat(900_000), 'y'] };
  expect(pageOf(JSON.stringify(huge), huge, ALL).page.count).toBe(1);
});

test.each(['', '5', '99.0123456789abcdef', '-1.0123456789abcdef', '1e3.0123456789abcdef', '1.0123456789ABCDEF'])(
  'cursor %j fits no report',
  (cursor) => {
    expect(() => pageOf(TEXT, REPORT, { ...ALL, cursor })).toThrowError(
      expect.toSatisfy((error) => isRefactorError(error) && error.problem.code === 'page-moved'),
    );
  },
);

test('a cursor of a report that has changed is refused', () => {
  const { page } = pageOf(TEXT, REPORT, { ...ALL, limit: 1 });
  expect(() => pageOf(`${TEXT} `, REPORT, { ...ALL, cursor: page.nextCursor })).toThrow('does not fit');
});
