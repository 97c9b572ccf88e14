import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { explainDialect, measureDialect } from '../../../analyzers/complexity/dialects/measure-dialect.ts';
import { DIALECT_IDS } from '../../../analyzers/complexity/dialects/table.ts';
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

/** Mutated functions: some in each run, ten thousand in `npm run props`. */
const WANTED = Number(process.env.MUTATIONS ?? 500);
let mutated = 0;

const values = (syntax: Syntax): string[] => {
  const { functions } = measure(syntax);
  mutated += functions.length;
  return functions.map(({ cognitive, cyclomatic, nesting, parameters, sizes }) => {
    const { statements, exits, halstead } = sizes;
    return [cognitive, cyclomatic, nesting, parameters, statements, exits, ...Object.values(halstead)].join(' ');
  });
};

/** Names inside of f-strings are not renamed, so that there are more different ones: the second of Halstead's four numbers, which stand last. */
const withoutNames = (told: string): string => told.split(' ').toSpliced(-3, 1).join(' ');

const told = (syntax: Syntax): string[] =>
  DIALECT_IDS.flatMap((dialect) =>
    measureDialect(syntax, dialect).map(({ metric, value }) => `${dialect} ${metric} ${value}`),
  );

const functionsOfAll = corpus.reduce(
  (sum, [grammar, , text]) => sum + measure(parse(text, grammar)).functions.length,
  0,
);
const RUNS = Math.max(1, Math.ceil(WANTED / functionsOfAll));

afterAll(() => {
  expect(mutated).toBeGreaterThanOrEqual(WANTED);
});

describe.each(corpus)('%s %s', (grammar, _name, text) => {
  const syntax = parse(text, grammar);
  const before = values(syntax);
  mutated -= before.length;
  const toldBefore = told(syntax);

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
    for (const { value, increments } of DIALECT_IDS.flatMap((dialect) => explainDialect(syntax, dialect)))
      expect(increments.reduce((total, { amount }) => total + amount, 0)).toBe(value);
  });

  test('reformatting changes no value', () => {
    const property = fc.property(fc.infiniteStream(fc.nat(99)), (numbers) => {
      const text = reformat(syntax, (below) => numbers.next().value % below);
      const changed = parse(text, grammar);
      expect(changed.errors).toEqual([]);
      expect(text).not.toBe(syntax.text);
      expect(values(changed)).toEqual(before);
      expect(told(changed)).toEqual(toldBefore);
    });
    fc.assert(property, { numRuns: RUNS });
  });

  test('renaming changes no value', () => {
    const renamed = parse(rename(syntax), grammar);
    expect(values(renamed).map(withoutNames)).toEqual(before.map(withoutNames));
    expect(told(renamed)).toEqual(toldBefore);
  });

  test('reordering items changes no value', () => {
    const reversed = parse(reverseItems(syntax), grammar);
    expect(values(reversed).sort()).toEqual([...before].sort());
    expect(told(reversed).sort()).toEqual([...toldBefore].sort());
  });
});
