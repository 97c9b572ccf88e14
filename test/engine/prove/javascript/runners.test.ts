import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PROJECTS, STATES } from '../../../../bench/runners/projects.ts';
import { findTests } from '../../../../src/engine/prove/javascript/tests/find-runners.ts';
import { readBun } from '../../../../src/engine/prove/javascript/tests/read-bun.ts';
import {
  readJasmine,
  readMocha,
  readNodeEvents,
  readTap,
} from '../../../../src/engine/prove/javascript/tests/read-reports.ts';
import { type Files, proveProject, verdictsOf } from '../../../helpers/javascript-project.ts';
import { memoryView } from '../../../helpers/memory-view.ts';

const manifest = (scripts: Files, more: object = {}): string => JSON.stringify({ type: 'module', scripts, ...more });

describe('the runner is the one that scripts.test starts', () => {
  const of = (files: Files): string[] =>
    findTests(memoryView({ 'packages/a/src/m.js': '', ...files }), 'packages/a/src/m.js').runners.map(
      ({ kind, folder, env, nodeFlags, words, host }) =>
        [
          folder,
          ...Object.entries(env).map(([name, value]) => `${name}=${value}`),
          host,
          ...nodeFlags,
          kind,
          ...words,
        ].join(' '),
    );
  const both = { devDependencies: { vitest: '1', jest: '1' } };

  test.each([
    [
      'NODE_OPTIONS=--experimental-vm-modules jest --coverage --ci',
      ['packages/a NODE_OPTIONS=--experimental-vm-modules node jest --ci'],
    ],
    ['vitest --project unit --reporter verbose --watch', ['packages/a node vitest --project unit']],
    [
      'node --experimental-vm-modules node_modules/jest/bin/jest.js -c x.js',
      ['packages/a node --experimental-vm-modules jest -c x.js'],
    ],
    [
      'node --import ./loader.mjs --test --test-reporter spec test/*.test.js',
      ['packages/a node node:test --import ./loader.mjs test/a.test.js test/b.test.js'],
    ],
    ['tsx --test src', ['packages/a tsx node:test src']],
    ['c8 mocha -R dot --require x "test/**/*.js" && eslint .', ['packages/a node mocha --require x test/**/*.js']],
    ['tsc && ava --verbose', ['packages/a node ava']],
    ['ava --serial test/x.js', ['packages/a node ava --serial test/x.js']],
    ['jasmine spec/*.js', ['packages/a node jasmine spec/*.js']],
    ['bun test --coverage --preload ./x.ts --reporter junit src', ['packages/a bun bun test --preload ./x.ts src']],
    ['bun --bun vitest run && yarn run jest', ['packages/a node vitest', 'packages/a node jest']],
    ['cd test && node --test a.test.js', ['packages/a/test node node:test a.test.js']],
    ['jasmine --reporter=./x.js --random=false spec/*.js', ['packages/a node jasmine --random=false spec/*.js']],
    ['npm run unit -- --shard 1/2', ['packages/a node vitest --shard 1/2']],
    ['X=$HOME vitest run && jest', ['packages/a node vitest', 'packages/a node jest']],
  ])('%s', (script, expected) => {
    const tests = { 'packages/a/test/a.test.js': '', 'packages/a/test/b.test.js': '' };
    expect(of({ 'packages/a/package.json': manifest({ test: script, unit: 'vitest run' }, both), ...tests })).toEqual(
      expected,
    );
  });

  test('of the nearest package that has one; else what is configured, else what is depended on', () => {
    const root = { 'package.json': manifest({ test: 'jest' }, both) };
    expect(of({ ...root, 'packages/a/package.json': manifest({ build: 'tsc' }) })).toEqual([' node jest']);
    expect(of({ 'package.json': manifest({ test: 'make test' }, both), 'jest.config.js': '' })).toEqual([' node jest']);
    expect(of({ 'package.json': manifest({}, { ...both, jest: {} }) })).toEqual([' node jest']);
    expect(of({ 'package.json': manifest({}, both) })).toEqual([' node vitest']);
    expect(of({ 'package.json': manifest({}) })).toEqual([]);
  });
});

describe('what a script does ahead of its tests', () => {
  const of = (scripts: Files, more: Files = {}): readonly string[] => {
    const files = { 'm.js': '', 'package.json': manifest(scripts, { devDependencies: { vitest: '1' } }), ...more };
    const { runners, obstacle } = findTests(memoryView(files), 'm.js');
    const told = runners.flatMap(({ kind, steps }) => [
      ...steps.map(({ words, from }) => `${words.join(' ')}, ${from}`),
      kind,
    ]);
    return obstacle === null ? told : [obstacle];
  };

  test('is run: builds, hooks, and what a script of its own writes; what only looks is not', () => {
    expect(of({ test: 'xo && npm run build -- --x && ava', build: 'del-cli dist && tsc' })).toEqual([
      'npm run build -- --x, scripts.test of package.json',
      'ava',
    ]);
    expect(of({ pretest: 'yarn make', make: 'tsc', test: 'tsc --noEmit && prettier --check . && mocha' })).toEqual([
      'npm run pretest, scripts.test of package.json',
      'mocha',
    ]);
    expect(of({ test: 'pnpm run unit && pnpm run e2e', unit: 'tsc && jest', e2e: 'rm -r out && node --test' })).toEqual(
      ['tsc, scripts.unit of package.json', 'jest', 'rm -r out, scripts.e2e of package.json', 'node:test'],
    );
    expect(of({ test: 'vitest run && tsc && npm publish' })).toEqual(['vitest']);
  });

  test.each([
    [
      'git checkout lib && mocha',
      'scripts.test of package.json runs `git checkout lib` ahead of the tests, which reaches out of the copy',
    ],
    ['npm ci && mocha', 'scripts.test of package.json runs `npm ci` ahead of the tests, which reaches out of the copy'],
    [
      'rimraf ../out && mocha',
      'scripts.test of package.json runs `rimraf ../out` ahead of the tests, which reaches out of the copy',
    ],
    [
      'tsc --outDir=/out && mocha',
      'scripts.test of package.json runs `tsc --outDir=/out` ahead of the tests, which reaches out of the copy',
    ],
    [
      'rimraf node_modules/.cache && mocha',
      'scripts.test of package.json runs `rimraf node_modules/.cache` ahead of the tests, which reaches out of the copy',
    ],
    [
      'rm -r out/*.js && mocha',
      'scripts.test of package.json runs `rm -r out/*.js` ahead of the tests, and out/*.js takes a shell',
    ],
    ['tsc || true && mocha', 'scripts.test of package.json joins true by ||, which takes a shell'],
    ['server & mocha', 'scripts.test of package.json joins mocha by &, which takes a shell'],
    ['cd .. && mocha', 'scripts.test of package.json changes to ..'],
    ['mocha && tape test/*.js', 'scripts.test of package.json starts tape, whose report is not read'],
    ['tap', 'scripts.test of package.json starts tap, whose report is not read'],
    ['node test/index.js', 'scripts.test of package.json starts node, whose report is not read'],
  ])('%s is refused by name', (script, why) => {
    expect(of({ test: script })).toEqual([why]);
  });
});

test('reports of bun 1.4.5: nested suites, equal names, a hook that fails, a file that does not load', () => {
  const report = (name: string): string => readFileSync(join(import.meta.dirname, 'reports', name), 'utf8');
  const place = { folder: 'p', stderr: report('bun-1.4.5.stderr') };
  const { run, complaint } = readBun(report('bun-1.4.5.xml'), place);
  expect([...run, complaint]).toEqual([
    ['p/test/m.test.ts > s > t > a', 'passed'],
    ['p/test/m.test.ts > s > t > b > c', 'failed'],
    ['p/test/m.test.ts > s > t > k', 'skipped'],
    ['p/test/m.test.ts > s > t > todo', 'skipped'],
    ['p/test/m.test.ts > s > t > a #2', 'passed'],
    ['p/test/m.test.ts > s > t > e 1', 'passed'],
    ['p/test/m.test.ts > s > t > e 2', 'passed'],
    ['p/test/m.test.ts > top', 'passed'],
    ['p/test/late.test.ts > (unnamed)', 'failed'],
    ['(errors between tests: 1)', 'failed'],
    'expect(received).toBe(expected)',
  ]);
  expect(() => readBun(report('bun-1.4.5.xml'), { ...place, stderr: 'killed' })).toThrow();
});

test('reports of mocha, TAP and node', () => {
  const mocha = {
    tests: [
      { fullTitle: 's a', file: '/stage/t.js', err: {} },
      { fullTitle: 's b', file: '/stage/t.js', err: { message: 'no\nmore' } },
      { fullTitle: 's c', file: '/stage/t.js', err: {} },
    ],
    pending: [{ fullTitle: 's c', file: '/stage/t.js' }],
  };
  const read = readMocha(JSON.stringify(mocha), { root: '/stage' });
  expect([...read.run, read.complaint]).toEqual([
    ['t.js > s a', 'passed'],
    ['t.js > s b', 'failed'],
    ['t.js > s c', 'skipped'],
    'no',
  ]);
  const tap = 'TAP version 13\nok 1 - a › x\nnot ok 2 - a › y\n  ---\nok 3 - a › z # SKIP\n1..3\n';
  expect([...readTap(tap).run]).toEqual([
    ['a › x', 'passed'],
    ['a › y', 'failed'],
    ['a › z', 'skipped'],
  ]);
  // As jasmine 5.13 tells them to a reporter.
  const told = [
    { type: 'spec', fullName: 's a', filename: 'file:///stage/t.mjs', status: 'passed' },
    { type: 'spec', fullName: 's b', filename: '/stage/u.js', status: 'failed', message: 'Expected 1 to be 2.' },
    { type: 'spec', fullName: 's c', filename: 'file:///stage/t.mjs', status: 'pending' },
    { type: 'suite', fullName: 's', filename: 'file:///stage/t.mjs', status: 'failed', message: 'Error: late' },
  ];
  const lines = (results: readonly object[]): string => results.map((one) => `${JSON.stringify(one)}\n`).join('');
  const end = { type: 'run', fullName: '', filename: '', status: 'passed' };
  const jasmine = readJasmine(lines([...told, end]), { root: '/stage' });
  expect([...jasmine.run, jasmine.complaint]).toEqual([
    ['t.mjs > s a', 'passed'],
    ['u.js > s b', 'failed'],
    ['t.mjs > s c', 'skipped'],
    ['t.mjs > s > (suite)', 'failed'],
    'Expected 1 to be 2.',
  ]);
  expect(() => readJasmine(lines(told), { root: '/stage' })).toThrow();
  const event = (type: string, name: string, nesting: number, more: object = {}): string =>
    JSON.stringify({ type: `test:${type}`, name, nesting, file: '/stage/t.js', skipped: false, suite: false, ...more });
  const events = [
    event('start', 's', 0),
    event('start', 'x', 1),
    event('pass', 'x', 1),
    event('start', 'x', 1),
    event('fail', 'x', 1, { message: 'why' }),
    event('fail', 's', 0, { suite: true }),
    event('pass', '/stage/t.js', 0),
  ];
  expect([...readNodeEvents(`${events.join('\n')}\n`, { root: '/stage', folder: '' }).run]).toEqual([
    ['t.js > s > x', 'passed'],
    ['t.js > s > x #2', 'failed'],
    ['t.js > s > (suite)', 'failed'],
    ['t.js > (file)', 'passed'],
  ]);
});

describe.each([
  ['node:test', ['right', 'vanishes', 'changes its name', 'fails']],
  ['node:test of a build', ['right', 'vanishes']],
])('%s by itself', (name, states) => {
  const { files } = PROJECTS.find((one) => one.name === name)!;
  test.each(states)(
    'a test that comes from a part: %s',
    async (state) => {
      const { proofs } = await proveProject({ ...files, ...STATES.before }, { ...files, ...STATES[state] }, ['T'], []);
      expect(proofs.map(({ verdict }) => verdict)).toEqual(Array(2).fill(state === 'right' ? 'proven' : 'failed'));
      expect(proofs[0]!.why).toMatch(state === 'right' ? /^2 tests/ : /two/);
    },
    60_000,
  );
});

test('node:test by itself: ids and outcomes, and what changes them', async () => {
  const before = {
    'package.json': manifest({ test: 'node --test test/*.mjs' }),
    'm.js': 'export const a = 1;\nexport const b = 2;\n',
    'test/m.test.mjs':
      "import { test, describe } from 'node:test';\nimport assert from 'node:assert';\nimport { a, b } from '../m.js';\ndescribe('m', () => {\n  test('a', () => assert.equal(a, 1));\n  test('b', () => assert.equal(b, 2));\n});\n",
  };
  const right = {
    ...before,
    'm.js': "export const a = 1;\nexport { b } from './m/b.js';\n",
    'm/b.js': 'export const b = 2;\n',
  };
  const { proofs } = await proveProject(before, right, ['T'], []);
  expect(verdictsOf(proofs)).toEqual(['T m.js node:test: proven', 'T m/b.js node:test: proven']);
  expect(proofs[0]!.why).toMatch(/^3 tests/);
  const wrong = await proveProject(before, { ...right, 'm/b.js': 'export const b = 3;\n' }, ['T'], []);
  expect(verdictsOf(wrong.proofs)[0]).toBe('T m.js node:test: failed');
}, 60_000);
