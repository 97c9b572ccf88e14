import { expect, test } from 'vitest';
import { spellingOf, spellName } from '../../../analyzers/modules/name/spell-name.ts';

test.each([
  ['kebab', ['apply-edits', 'hash', 'pure-move', 'readAll'], 'sort-bushels'],
  ['camel', ['applyEdits', 'hash', 'pureMove', 'read-all'], 'sortBushels'],
  ['snake', ['apply_edits', 'hash', 'pure_move'], 'sort_bushels'],
  ['kebab', ['hash', 'lines'], 'sort-bushels'],
  ['camel', ['Tokenizer', 'TextRenderer', 'helpers'], 'sortBushels'],
] as const)('%s where the neighbours are %j', (spelling, stems, name) => {
  expect(spellingOf([stems])).toBe(spelling);
  expect(spellName('sort_bushels', spelling)).toBe(name);
});

test('the nearest folder that tells decides', () => {
  expect(spellingOf([['rules', 'lexer'], ['MarkedOptions'], ['one_two', 'three_four']])).toBe('camel');
  expect(spellingOf([['one_two'], ['a-b', 'c-d']])).toBe('snake');
  expect(spellingOf([[], []])).toBe('kebab');
});
