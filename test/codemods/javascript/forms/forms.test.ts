import { expect, test } from 'vitest';
import { javascriptSplitModule } from '../../../../codemods/javascript/split-module/index.ts';
import { proveSyntax } from '../../../../src/engine/prove/javascript/prove-syntax.ts';
import { memoryView } from '../../../helpers/memory-view.ts';
import { planOf } from '../read-cases.ts';
import { FORMS, type FormRow } from './form-rows.ts';

function split({ path, files, units }: FormRow) {
  const view = memoryView(files);
  const plan = planOf(path, files[path]!, { part: units });
  const result = javascriptSplitModule.run(view, { path, plan, notes: false });
  if (result.status === 'refused') throw new Error(JSON.stringify(result.refusals));
  const after = view.overlay(result.changeSet);
  const part = result.changeSet.create[0]!.path;
  return { view, after, part, paths: [path, part], changeSet: result.changeSet };
}

test.each(FORMS)('$name: written as it has to be, and proven', (row) => {
  const { view, after, part, paths, changeSet } = split(row);
  for (const piece of row.part) expect(after.text(part)).toContain(piece);
  for (const piece of row.facade) expect(after.text(row.path)).toContain(piece);
  for (const set of [changeSet, null])
    expect(proveSyntax(view, after, paths, set).map(({ verdict, why }) => (verdict === 'proven' ? '' : why))).toEqual([
      '',
      '',
    ]);
});

test.each(FORMS)('$name: the naive way is not proven', (row) => {
  const { view, after, part, paths } = split(row);
  const [from, to] = row.naive;
  const wrong = { ...row.files, [row.path]: after.text(row.path), [part]: after.text(part) };
  const place = paths.find((path) => wrong[path]!.includes(from))!;
  const broken = memoryView({ ...wrong, [place]: wrong[place]!.replace(from, to) });
  expect(proveSyntax(view, broken, paths, null).every(({ verdict }) => verdict === 'proven')).toBe(false);
});
