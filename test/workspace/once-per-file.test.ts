import { expect, test } from 'vitest';
import { oncePerFile } from '../../src/workspace/once-per-file.ts';
import type { View } from '../../src/workspace/view.ts';

const view = (name: string): View => ({ today: name }) as View;

test('a file of a view is read once, another file and another view anew', () => {
  const asked: string[] = [];
  const read = oncePerFile(({ today }, path) => {
    asked.push(`${today} ${path}`);
    return { path };
  });
  const [one, two] = [view('one'), view('two')];
  expect(read(one, 'a')).toBe(read(one, 'a'));
  expect(read(one, 'b').path).toBe('b');
  expect(read(two, 'a')).not.toBe(read(one, 'a'));
  expect(asked).toEqual(['one a', 'one b', 'two a']);
});

test('what is nothing is known too', () => {
  let times = 0;
  const read = oncePerFile(() => {
    times += 1;
    return null;
  });
  const one = view('one');
  expect([read(one, 'a'), read(one, 'a'), times]).toEqual([null, null, 1]);
});
