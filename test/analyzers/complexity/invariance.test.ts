import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explainFunctions } from '../../../analyzers/complexity/explain.ts';
import { measure } from '../../../analyzers/complexity/measure.ts';
import type { Grammar } from '../../../src/languages/language.ts';
import { parse } from '../../../src/languages/parse.ts';
import type { Syntax } from '../../../src/languages/syntax.ts';
import { JAVASCRIPT_GOLDEN, PYTHON_GOLDEN, RUST_GOLDEN } from './golden.ts';
import { reformat, rename, reverseItems } from './mutate.ts';

const here = dirname(fileURLToPath(import.meta.url));
const library = execFileSync('python3', ['-c', 'import argparse, os; print(os.path.dirname(argparse.__file__))'], {
  encoding: 'utf8',
}).trim();
const PYTHON_FILES = [
  'argparse.py',
  'ast.py',
  'dataclasses.py',
  'tarfile.py',
  'subprocess.py',
  'inspect.py',
  're/_parser.py',
];
const OWN_FILES = ['measure.ts', 'open-function.ts', 'count-branches.ts', 'count-lines.ts', 'walk.ts'];
const own = join(here, '../../../analyzers/complexity');

const corpus: [Grammar, string, string][] = [
  ...PYTHON_FILES.map((name): [Grammar, string, string] => ['python', name, readFileSync(join(library, name), 'utf8')]),
  ...OWN_FILES.map((name): [Grammar, string, string] => ['typescript', name, readFileSync(join(own, name), 'utf8')]),
  ['rust', 'golden', RUST_GOLDEN.map(({ code }) => code).join('\n')],
  ['python', 'golden', PYTHON_GOLDEN.map(({ code }) => code).join('\n')],
  ['tsx', 'golden', JAVASCRIPT_GOLDEN.map(({ code }) => code).join('\n')],
];

const values = (syntax: Syntax) =>
  measure(syntax).functions.map((each) => [each.cognitive, each.cyclomatic, each.nesting, each.parameters].join(' '));

describe.each(corpus)('%s %s', (grammar, _name, text) => {
  const syntax = parse(text, grammar);
  const before = values(syntax);

  test('the increments of each function add up to its values', () => {
    const { functions } = measure(syntax);
    const explained = explainFunctions(syntax);
    expect(functions.length).toBeGreaterThan(0);
    expect(explained.map(({ symbol, line }) => ({ symbol, line }))).toEqual(
      functions.map(({ symbol, line }) => ({ symbol, line })),
    );
    explained.forEach(({ increments }, i) => {
      const sum = (metric: string) =>
        increments.filter((each) => each.metric === metric).reduce((total, { amount }) => total + amount, 0);
      expect([sum('cognitive'), sum('cyclomatic')]).toEqual([functions[i]!.cognitive, functions[i]!.cyclomatic]);
    });
  });

  test('reformatting changes no value', () => {
    const property = fc.property(fc.infiniteStream(fc.nat(99)), (numbers) => {
      const text = reformat(syntax, (below) => numbers.next().value % below);
      const changed = parse(text, grammar);
      expect(changed.errors).toEqual([]);
      expect(text).not.toBe(syntax.text);
      expect(values(changed)).toEqual(before);
    });
    fc.assert(property, { numRuns: 3 });
  });

  test('renaming changes no value', () => {
    expect(values(parse(rename(syntax), grammar))).toEqual(before);
  });

  test('reordering items changes no value', () => {
    expect(values(parse(reverseItems(syntax), grammar)).sort()).toEqual([...before].sort());
  });
});
