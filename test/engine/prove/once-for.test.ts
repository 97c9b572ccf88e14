import { expect, test } from 'vitest';
import { onceFor } from '../../../src/engine/prove/once-for.ts';
import { memoryView } from '../../helpers/memory-view.ts';

test('a baseline is run once for a view and a key, and again after an error', async () => {
  const view = memoryView({ 'a.py': '' });
  let runs = 0;
  const ask = async (): Promise<number> => {
    runs += 1;
    if (runs === 1) throw new Error('cancelled');
    return runs;
  };
  await expect(onceFor(view, ['tests'], ask)).rejects.toThrow('cancelled');
  expect(await onceFor(view, ['tests'], ask)).toBe(2);
  expect(await onceFor(view, ['tests'], ask)).toBe(2);
  expect(await onceFor(view, ['other tests'], ask)).toBe(3);
  expect(await onceFor(memoryView({ 'a.py': '' }), ['tests'], ask)).toBe(4);
});
