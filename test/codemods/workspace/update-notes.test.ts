import { expect, test } from 'vitest';
import { updateNotes } from '../../../codemods/workspace/update-notes/index.ts';
import { renderChangeSet } from '../../../src/core/render-change-set.ts';
import { readManifests } from '../../../src/workspace/read-manifests.ts';
import { memoryView } from '../../helpers/memory-view.ts';
import { readFolder } from '../../helpers/read-case.ts';

const CASE = 'codemods/workspace/update-notes/cases/crate-map';

test('writes the module map between the marks, and then has nothing to do', () => {
  const view = memoryView(readFolder(`${CASE}/before`), { readManifests });
  const result = updateNotes.run(view, {});
  if (result.status !== 'changed') throw new Error('refused');
  const after = { ...readFolder(`${CASE}/before`) };
  for (const file of renderChangeSet(result.changeSet, view.text))
    if (file.kind === 'text') after[file.path] = file.text;
  expect(after).toEqual(readFolder(`${CASE}/after`));
  expect(updateNotes.run(view.overlay(result.changeSet), {})).toMatchObject({
    status: 'changed',
    changeSet: { edit: [] },
  });
});

const MARKS: readonly [name: string, text: string, why: RegExp][] = [
  ['an end without a start', 'a\n<!-- /omni-refactor:modules -->\n', /without a start/],
  ['a start without an end', '<!-- omni-refactor:modules -->\n', /without an end/],
  ['an end before its start', '<!-- /omni-refactor:modules -->\n<!-- omni-refactor:modules -->\n', /before the start/],
  [
    'two starts',
    '<!-- omni-refactor:modules -->\n<!-- omni-refactor:modules -->\n<!-- /omni-refactor:modules -->\n',
    /twice/,
  ],
];

test.each(MARKS)('refuses %s', (_name, text, why) => {
  const result = updateNotes.run(memoryView({ 'README.md': text }), {});
  expect(result.status === 'refused' && result.refusals[0]!.why).toMatch(why);
});

test('a file without marks is nobody’s but its author’s', () => {
  const result = updateNotes.run(memoryView({ 'README.md': 'omni-refactor:modules\n', 'a.rs': '' }), {});
  expect(result).toMatchObject({ status: 'changed', changeSet: { edit: [] } });
});
