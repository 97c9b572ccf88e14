import { expect, test } from 'vitest';
import { measure } from '../../analyzers/complexity/measure.ts';
import { extractFacts } from '../../src/languages/extract-facts.ts';
import { LANGUAGES } from '../../src/languages/language.ts';
import { OUTLINES } from '../../src/languages/outline.ts';
import { parse } from '../../src/languages/parse.ts';
import { kindOf } from '../../src/languages/syntax.ts';

/** Brackets in an order that makes error recovery try ever more. */
function brackets(length: number): string {
  let state = 12_345;
  let text = '';
  while (text.length < length) {
    state = (state * 1_103_515_245 + 12_345) & 0x7fffffff;
    text += '([{}])'[state % 6];
  }
  return text;
}

test.each(['rust', 'python', 'tsx'] as const)(
  'gives up on %s that the parser cannot end with, and reads on',
  (grammar) => {
    const garbage = `${brackets(150_000)}\n`;
    const syntax = parse(garbage, grammar, 50);
    expect(syntax.errors).toEqual([0]);
    expect([syntax.size, kindOf(syntax, 0), syntax.end[0]]).toEqual([1, 'ERROR', garbage.length]);
    expect(measure(syntax)).toMatchObject({ lines: 1, functions: [], cognitive: 0 });
    const next = parse(grammar === 'python' ? 'def f(): pass\n' : 'const f: u8 = 1;', grammar);
    expect(next.errors).toEqual([]);
    expect(next.size).toBeGreaterThan(3);
  },
);

test.each(LANGUAGES)('facts of %s that was not read are there and partial', (language) => {
  const grammar = language === 'javascript' ? 'tsx' : language;
  const facts = extractFacts('', grammar, [OUTLINES[language]]);
  expect([...facts.values()].map(({ status }) => status)).toEqual(['ok']);
});
