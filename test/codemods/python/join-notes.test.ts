import { expect, test } from 'vitest';
import { joinModule } from '../../../codemods/python/join-module/join.ts';
import { caseView } from '../../helpers/judge-by-syntax.ts';
import { readFolder } from '../../helpers/read-folder.ts';

const joined = (name: string, path: string, more: Readonly<Record<string, string>> = {}) =>
  joinModule(caseView('python', { ...readFolder(`codemods/python/join-module/cases/${name}/before`), ...more }), {
    path,
    parts: [],
  });

test('names that the file gains by imports of a part are said, unless __all__ says what it has', () => {
  const path = 'shop/orders/__init__.py';
  expect(joined('own-imports', path)).toMatchObject({
    notes: [expect.stringContaining(`${path} has the names os, Path now, by imports of its parts`)],
  });
  const listed = `__all__ = ["folder"]\nfrom ._files import folder as folder\n`;
  expect(joined('own-imports', path, { [path]: listed })).toMatchObject({ notes: [] });
});

test('a part that a setup.py lists goes out of the list first', () => {
  expect(joined('refuse-m1-listed', 'report.py')).toMatchObject({
    refusals: [
      { hazard: 'M1', path: 'setup.py', whatToDo: 'Take it out of that list first: its file goes with the join.' },
    ],
  });
});
