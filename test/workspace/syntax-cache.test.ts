import { expect, test } from 'vitest';
import { EMPTY_CHANGE_SET } from '../../src/core/change-set.ts';
import { parse } from '../../src/languages/parse.ts';
import { createSyntaxCache } from '../../src/workspace/syntax-cache.ts';
import { memoryView } from '../helpers/memory-view.ts';

const text = (name: string): string => `fn ${name}() {}\n`;

test('a text is parsed once for each grammar, whatever file it stands in', () => {
  const cache = createSyntaxCache();
  let parsed = 0;
  const counting: typeof parse = (source, grammar) => {
    parsed += 1;
    return parse(source, grammar);
  };
  const first = cache.get(text('a'), 'rust', counting);
  expect(cache.get(text('a'), 'rust', counting)).toBe(first);
  expect(cache.peek(text('a'), 'python')).toBeNull();
  cache.get(text('a'), 'python', counting);
  expect(parsed).toBe(2);
});

test('what was asked for longest ago goes first, and the last one never', () => {
  const cache = createSyntaxCache(2 * text('a').length);
  for (const name of ['a', 'b', 'a', 'c']) cache.get(text(name), 'rust', parse);
  expect(['a', 'b', 'c'].filter((name) => cache.peek(text(name), 'rust') !== null)).toEqual(['a', 'c']);
  const long = text('long_name'.repeat(9));
  cache.get(long, 'rust', parse);
  expect(cache.peek(long, 'rust')).not.toBeNull();
  expect(cache.peek(text('c'), 'rust')).toBeNull();
});

test('a view and the views on top of it share their trees', () => {
  const below = memoryView({ 'src/a.rs': text('a'), 'src/b.rs': text('b') });
  const created = { path: 'src/c.rs', mode: 0o644, parts: [{ text: text('a'), reason: 'facade' as const }] };
  const above = below.overlay({ ...EMPTY_CHANGE_SET, create: [created] });
  expect(above.syntax('src/b.rs')).toBe(below.syntax('src/b.rs'));
  expect(above.syntax('src/c.rs')).toBe(below.syntax('src/a.rs'));
});
