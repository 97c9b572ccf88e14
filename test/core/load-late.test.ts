import { afterEach, expect, test, vi } from 'vitest';
import { loadLate } from '../../src/core/load-late.ts';

afterEach(() => void vi.restoreAllMocks());

test('what loading warns of is not said, and what is said later is', () => {
  const said = vi.spyOn(process, 'emitWarning').mockImplementation(() => {});
  expect(
    loadLate(() => {
      process.emitWarning('of loading');
      return 7;
    }),
  ).toBe(7);
  expect(said).not.toHaveBeenCalled();
  process.emitWarning('later');
  expect(said).toHaveBeenCalledExactlyOnceWith('later');
});

test('a package that is not there is said as before, and so is what is said later', () => {
  const said = vi.spyOn(process, 'emitWarning').mockImplementation(() => {});
  const load = (): never => {
    throw new Error('not found');
  };
  expect(() => loadLate(load)).toThrow('not found');
  process.emitWarning('later');
  expect(said).toHaveBeenCalledTimes(1);
});
