import fc from 'fast-check';
import { expect, test } from 'vitest';
import { explainFunctions } from '../../../analyzers/complexity/explain.ts';
import { measure } from '../../../analyzers/complexity/measure.ts';
import { countLines } from '../../../src/core/lines.ts';
import { parse } from '../../../src/languages/parse.ts';
import { JAVASCRIPT_GOLDEN, PYTHON_GOLDEN, RUST_GOLDEN } from './golden.ts';

const SOURCES = [
  ['rust', `//! Doc\n/* a\n\n b */ const S: &str = "x\n\ny";\n${RUST_GOLDEN.map(({ code }) => code).join('\n')}`],
  ['python', `"""Doc\n\n"""\n${PYTHON_GOLDEN.map(({ code }) => code).join('\n# c\n')}`],
  ['tsx', `/** d */ const s = \`a\n\n\`;\n${JAVASCRIPT_GOLDEN.map(({ code }) => code).join('\n')}`],
] as const;

/** Functions whose names the parser has to make up. */
const HALF_NAMES = [
  '; return 0; });\nfunction f() { class C { m() { if (a) b(); } } }\nclass C {(a) { switch (a) { case 1: x(); case 2: y(); default) { a ||= 1; return a ?? 2; }\nconst f =',
  'fn (a: u8) { if a {} }',
];

/** Pieces cut out of a source and put together again: mostly nonsense, with half-open strings, comments and blocks. */
const shredded = (text: string) =>
  fc
    .array(fc.tuple(fc.nat(text.length), fc.nat(80)), { minLength: 1, maxLength: 12 })
    .map((cuts) => cuts.map(([at, length]) => text.slice(at, at + length)).join(''));

test.each(SOURCES)('measures whatever is left of broken %s', (grammar, source) => {
  const property = fc.property(shredded(source), (text) => {
    const syntax = parse(text, grammar);
    const { lines, code, comment, blank, doc, functions, cognitive, cyclomatic } = measure(syntax);
    expect(lines).toBe(countLines(text));
    expect(code + comment + blank).toBe(lines);
    expect(doc).toBeLessThanOrEqual(comment);
    expect(blank).toBeLessThanOrEqual(text.split('\n').filter((line) => line.trim() === '').length);
    const sum = (key: 'cognitive' | 'cyclomatic') => functions.reduce((total, each) => total + each[key], 0);
    expect(sum('cognitive')).toBeLessThanOrEqual(cognitive);
    expect(sum('cyclomatic')).toBeLessThanOrEqual(cyclomatic);
    expect(explainFunctions(syntax).map(({ symbol }) => symbol)).toEqual(functions.map(({ symbol }) => symbol));
  });
  fc.assert(property, { numRuns: 200, examples: HALF_NAMES.map((text): [string] => [text]) });
});
