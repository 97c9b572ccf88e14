import { expect, test } from 'vitest';
import { freshMessages } from '../../../../src/engine/prove/javascript/prove-types.ts';
import { readOutput } from '../../../../src/engine/prove/javascript/run-tsc.ts';
import { readJest } from '../../../../src/engine/prove/javascript/tests/read-reports.ts';

const OUTPUT = `src/m.ts(3,5): error TS2322: Type 'string' is not assignable to type 'number'.
  The expected type comes from here.
error TS18003: No inputs were found.
/stage/src/m.ts
/usr/lib/lib.es5.d.ts
`;

test('tsc: messages with their further lines, files of the stage only', () => {
  const { messages, files } = readOutput('/stage', OUTPUT);
  expect(messages.map(({ path, line, code }) => [path, line, code])).toEqual([
    ['src/m.ts', 3, 'TS2322'],
    ['', 0, 'TS18003'],
  ]);
  expect(messages[0]!.text).toContain('The expected type comes from here.');
  expect([...files]).toEqual(['src/m.ts']);
});

test('a message that moved with its code is not new, a second one is', () => {
  const at = (path: string) => ({ path, line: 1, column: 1, code: 'TS1', text: `in "/stage/${path.slice(0, -3)}"` });
  const folds: [string, string][] = [['src/m/a.ts', 'src/m.ts']];
  expect(freshMessages([at('src/m.ts')], [at('src/m/a.ts')], '/stage', folds)).toEqual([]);
  expect(freshMessages([at('src/m.ts')], [at('src/m.ts'), at('src/m/a.ts')], '/stage', folds)).toHaveLength(1);
  expect(freshMessages([], [at('src/m/a.ts')], '/stage', folds)).toHaveLength(1);
});

test('reports of vitest and jest: file > suite > name, equal names apart, files that do not load', () => {
  const one = (title: string, status: string) => ({ ancestorTitles: ['suite'], title, status });
  const report = {
    testResults: [
      { name: '/stage/a.test.ts', assertionResults: [one('x', 'passed'), one('x', 'failed'), one('y', 'pending')] },
      { name: '/stage/b.test.ts', status: 'failed', assertionResults: [] },
    ],
  };
  expect([...readJest(JSON.stringify(report), { root: '/stage' }).run]).toEqual([
    ['a.test.ts > suite > x', 'passed'],
    ['a.test.ts > suite > x #2', 'failed'],
    ['a.test.ts > suite > y', 'skipped'],
    ['b.test.ts > (file)', 'failed'],
  ]);
});
