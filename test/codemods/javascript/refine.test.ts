import { expect, test } from 'vitest';
import { javascriptSplitModule } from '../../../codemods/javascript/split-module/index.ts';
import { type ChangeSet, EMPTY_CHANGE_SET } from '../../../src/core/change-set.ts';
import { memoryView } from '../../helpers/memory-view.ts';

const BEFORE = '"use strict";\n\nconst b = require("./b");\n\nfunction a() {\n  return b;\n}\n';
const HEADER = '"use strict";\n\n';
const IMPORT = 'const b = require("./b");\n\n';

test('what a linter says of a header that all parts repeat changes nothing, what it says of an import or of spaces is taken', () => {
  const view = memoryView({ 'm.js': BEFORE });
  const start = BEFORE.indexOf('function a');
  const changeSet: ChangeSet = {
    ...EMPTY_CHANGE_SET,
    create: [
      {
        path: 'm/a.js',
        mode: 0o644,
        parts: [
          { text: HEADER, reason: 'header' },
          { text: IMPORT, reason: 'import' },
          { from: { path: 'm.js', start, end: BEFORE.length }, edits: [] },
        ],
      },
    ],
  };
  const importAt = HEADER.length + IMPORT.indexOf('"');
  const spaces = HEADER.length + IMPORT.length + 'function a() {\n'.length;
  const suggestions = [
    { path: 'm/a.js', start: 0, end: '"use strict"'.length, text: "'use strict'" },
    { path: 'm/a.js', start: importAt, end: importAt + '"./b"'.length, text: "'./b'" },
    { path: 'm/a.js', start: spaces, end: spaces + 2, text: '    ' },
    { path: 'm/a.js', start: spaces + 2, end: spaces + 8, text: 'yield' },
  ];
  const refined = javascriptSplitModule.refine!(
    view,
    changeSet,
    suggestions.map((one) => ({ ...one, level: 'warning', code: 'lint', message: 'quotes', suggestions: [one] })),
  );
  if (refined.status !== 'changed') throw new Error('refused');
  expect(view.overlay(refined.changeSet).text('m/a.js')).toBe(
    `${HEADER}const b = require('./b');\n\nfunction a() {\n    return b;\n}\n`,
  );
});
