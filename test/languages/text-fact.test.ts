import { expect, test } from 'vitest';
import { factsOfText } from '../../src/engine/facts/facts-of-text.ts';
import { extractFacts } from '../../src/languages/extract-facts.ts';
import { defineFact, defineTextFact } from '../../src/languages/fact.ts';

const length = defineTextFact({ id: 'length', version: 1, languages: ['rust'], ofText: (text) => text.length });
const size = defineFact({
  id: 'size',
  version: 1,
  languages: ['rust'],
  start: () => null,
  finish: (_state, syntax) => syntax.size > 0,
});

test('a fact of the characters alone is whole where syntax is broken, and the same beside facts of the tree', () => {
  const text = 'fn f( {';
  const whole = { status: 'ok', value: 7 };
  expect(extractFacts(text, 'rust', [length]).get('length')).toEqual(whole);
  expect(extractFacts(text, 'rust', [size, length]).get('length')).toEqual(whole);
  expect(extractFacts(text, 'rust', [size, length]).get('size')).toMatchObject({ status: 'partial' });
});

test('nothing is parsed for it', () => {
  expect(factsOfText('fn f() {}', 'rust', [length])).toMatchObject({ nodes: 0, parseMs: 0 });
  expect(factsOfText('fn f() {}', 'rust', [length, size]).nodes).toBeGreaterThan(0);
  expect(factsOfText('x', 'python', [length]).results).toEqual(new Map());
});
