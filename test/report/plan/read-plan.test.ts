import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { validatePlan } from '../../../analyzers/modules/edit/validate-plan.ts';
import { pythonPlanning } from '../../../analyzers/modules/python/planning.ts';
import { isRefactorError } from '../../../src/core/errors.ts';
import { hashOf } from '../../../src/core/hash.ts';
import { readPlan } from '../../../src/report/plan/read-plan.ts';
import { writePlanJson } from '../../../src/report/plan/write-plan-json.ts';
import { writePlanYaml } from '../../../src/report/plan/write-plan-yaml.ts';
import { SAMPLE_OUTLINE, SAMPLE_PLAN, SAMPLE_TEXT } from './sample-plan.ts';

const YAML = writePlanYaml(SAMPLE_PLAN);
const lineWith = (text: string, part: string): number => text.split('\n').findIndex((line) => line.includes(part)) + 1;

describe('readPlan', () => {
  it.each([
    ['YAML', writePlanYaml],
    ['JSON', (plan: typeof SAMPLE_PLAN) => writePlanJson(plan, ['ci.yml:1 names it'])],
  ])('gives back what was written as %s', (_, write) => {
    expect(readPlan(write(SAMPLE_PLAN), 'plan').plan).toEqual(SAMPLE_PLAN);
  });

  it.each(['just words\n', '- a\n- b\n', '', 'A title\n\nIt reads: words\nand more\n\n- x: [\n'])(
    'says of another file what it is not: %j',
    (text) => {
      expect(() => readPlan(text, 'x.txt')).toThrow('x.txt holds neither a plan nor a change set');
    },
  );

  it.each([
    ['an unknown key', YAML.replace('layout:', 'lay_out:'), 'lay_out:', 'unknown key `lay_out`'],
    [
      'an unknown key in a module',
      YAML.replace('    why:', '    because: x\n    why:'),
      'because:',
      'unknown key `because`',
    ],
    ['a wrong type', YAML.replace('limit: 200', 'limit: many'), 'limit: many', 'limit'],
    ['broken YAML', YAML.replace('modules:', 'modules: ]'), 'modules: ]', ''],
    ['a missing key', YAML.replace(/^hash: .*\n|^codemod: .*\n/m, ''), 'version:', 'is missing'],
    ['a map that is no plan', 'words: just\n', 'words: just', 'unknown key `words`'],
  ])('names the line of %s', (_, text, part, why) => {
    let thrown: unknown;
    try {
      readPlan(text, 'plan.yaml');
    } catch (error) {
      thrown = error;
    }
    if (!isRefactorError(thrown)) throw thrown ?? new Error('nothing was thrown');
    expect(thrown.problem.what).toBe(`plan.yaml:${lineWith(text, part)} is not a split plan`);
    expect(thrown.problem.why).toContain(why);
  });
});

describe('a plan of the first format', () => {
  const { notWorth: _, version: _version, ...rest } = SAMPLE_PLAN;
  const modules = rest.modules.map(({ evidence: _evidence, ...module }) => module);
  const first = (options: object, more: object = {}): string =>
    JSON.stringify({ ...rest, modules, version: 1, history: null, options, ...more });

  it("is read as today's, and its layout among the options holds", () => {
    const { plan } = readPlan(first({ facade: 'live', layout: 'sibling', mine: 1 }), 'p.json');
    expect(plan).toEqual({
      ...SAMPLE_PLAN,
      modules,
      options: { facade: 'live' },
      layout: 'sibling',
    });
  });

  it('passes over choices that were passed over', () => {
    expect(readPlan(first({ facade: 'none', nativeModuleNames: 'yes' }), 'p.json').plan.options).toEqual({});
  });

  it('has no keys of the second', () => {
    expect(() => readPlan(first({}, { evidence: 1 }), 'p.json')).toThrow('evidence');
  });
});

describe('a plan that an earlier build wrote', () => {
  const sample = (name: string): string =>
    readFileSync(join(import.meta.dirname, '../../fixtures/plans', name), 'utf8');

  it.each(readdirSync(join(import.meta.dirname, '../../fixtures/plans')))('%s is read as it stands', (name) => {
    const { plan } = readPlan(sample(name), name);
    expect(parse(sample(name))).toEqual(plan);
    expect(parse(writePlanYaml(plan))).toEqual(plan);
  });
});

describe('validatePlan', () => {
  const problems = (text: string, content = SAMPLE_TEXT) => {
    const { plan, lineOf } = readPlan(text, 'plan.yaml');
    return validatePlan(pythonPlanning, plan, SAMPLE_OUTLINE, hashOf(content)).map(({ code, entry }) => [
      code,
      lineOf(entry),
    ]);
  };
  const unit = '      - def read_parser\n';

  it('accepts the plan as written', () => {
    expect(YAML).toContain(unit);
    expect(problems(YAML)).toEqual([]);
  });

  it('refuses a plan for other content', () => {
    expect(problems(YAML, `${SAMPLE_TEXT}\n`)).toEqual([['plan-is-stale', lineWith(YAML, 'hash:')]]);
  });

  it('finds unknown, doubled and missing units with their lines', () => {
    const unknown = YAML.replace(unit, '      - def reed_parser\n');
    expect(problems(unknown)).toEqual([
      ['unknown-unit', lineWith(unknown, 'reed_parser')],
      ['missing-unit', 1],
    ]);
    const doubled = YAML.replace('keep:\n', 'keep:\n  - unit: def read_parser\n');
    const [[code, line] = []] = problems(doubled);
    expect(code).toBe('doubled-unit');
    expect(doubled.split('\n')[(line as number) - 1]).toContain('def read_parser');
  });

  it('finds colliding and illegal module names', () => {
    const [first, second] = SAMPLE_PLAN.modules.map(({ name }) => name);
    const same = YAML.replace(`name: ${second}`, `name: ${first!.toUpperCase()}`);
    expect(problems(same)).toEqual([['module-name-collides', lineWith(same, first!.toUpperCase())]]);
    const illegal = YAML.replace(`name: ${first}`, 'name: 2-many');
    expect(problems(illegal)).toEqual([['module-name-invalid', lineWith(illegal, '2-many')]]);
  });

  it('lets no method leave a class', () => {
    const class_ = SAMPLE_OUTLINE.members[0]!;
    const text = YAML.replace(unit, `${unit}      - ${class_.id}\n`);
    expect(problems(text).map(([code]) => code)).toEqual(['member-without-parent']);
  });
});
