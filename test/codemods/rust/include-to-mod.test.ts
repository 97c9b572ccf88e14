import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CodemodResult } from '../../../codemods/define-codemod.ts';
import { rustIncludeToMod } from '../../../codemods/rust/include-to-mod/index.ts';
import { changedPaths, isEmptyChangeSet } from '../../../src/core/change-set.ts';
import { conservation } from '../../../src/core/conservation.ts';
import { lineAt, lineStartsOf } from '../../../src/core/lines.ts';
import type { Refusal } from '../../../src/core/refusal.ts';
import { validateChangeSet } from '../../../src/core/validate-change-set.ts';
import type { View } from '../../../src/workspace/view.ts';
import { proveRustSyntax } from '../../helpers/prove-rust-syntax.ts';
import { INCLUDE_CASES, includeCaseNames, readIncludeCase } from './include-cases.ts';
import { readFolder } from './split-cases.ts';

describe('rust/include-to-mod', () => {
  for (const name of includeCaseNames()) {
    const { path, view, text, refusal } = readIncludeCase(name);
    it(`${name}: ${text}`, () => {
      const result = rustIncludeToMod.run(view, { path });
      if (refusal) expect(result.status === 'refused' ? whereRefused(result.refusals, view) : result).toEqual(refusal);
      else expectConverted(name, view, path, result);
    });
  }
});

type Spoiled = readonly [name: string, file: string, spoil: (right: string) => string, says: string];
const MODE = '#[path = "args/mode.rs"]\nmod mode;\n';
const LIB = 'src/lib.rs';
const SPOILED: Readonly<Record<string, readonly Spoiled[]>> = {
  'plain-part': [
    ['nothing mounts it', LIB, (right) => right.replace(MODE, '').replace('pub use mode::Mode;\n', ''), 'is gone'],
    [
      'it is mounted twice',
      LIB,
      (right) => right.replace(MODE, `${MODE}${MODE.replace('mod mode', 'mod again')}`),
      'was not there',
    ],
    ['another file is mounted', LIB, (right) => right.replace('"args/mode.rs"', '"args/answer.rs"'), 'was not there'],
    ['its name is not re-exported', LIB, (right) => right.replace('pub use mode::Mode;\n', ''), 'Mode'],
    ['it is spliced still', LIB, (right) => right.replace(MODE, `${MODE}include!("args/mode.rs");\n`), 'was not there'],
  ],
  'filled-module': [
    ['an import is lost', 'src/words.rs', (right) => right.replace('use super::double;\n', ''), '`double`'],
    ['the module loses its condition', LIB, (right) => right.replace('#[cfg(test)]\n', ''), 'is gone'],
    ['the module becomes private', LIB, (right) => right.replace('pub mod words', 'mod words'), 'audience'],
    ['another file is mounted', LIB, (right) => right.replace('"checks/doubles.rs"', '"words.rs"'), 'is gone'],
    ['an item is added', 'src/checks/doubles.rs', (right) => `${right}fn more() {}\n`, 'was not there'],
  ],
};

for (const [name, spoiled] of Object.entries(SPOILED))
  describe(`the conversion of ${name} is rejected by S`, () => {
    const { path, view } = readIncludeCase(name);
    const result = rustIncludeToMod.run(view, { path });
    if (result.status !== 'changed') throw new Error('it is refused');
    const { changeSet } = result;
    for (const [what, file, spoil, says] of spoiled)
      it(`where ${what}`, () => {
        const right = view.overlay(changeSet).text(file);
        const text = spoil(right);
        expect(text).not.toBe(right);
        const whole = { start: 0, end: view.text(file).length, text, reason: 'free' as const };
        const edit = changeSet.edit.map((one) => (one.path === file ? { path: file, edits: [whole] } : one));
        const after = view.overlay({ ...changeSet, edit });
        const said = unproven(proveRustSyntax(view, after, null, changedPaths(changeSet)));
        expect(said.join('\n')).toContain(says);
      });
  });

function expectConverted(name: string, view: View, path: string, result: CodemodResult): void {
  if (result.status !== 'changed') throw new Error(result.refusals.map(({ why }) => why).join('; '));
  expect(validateChangeSet(result.changeSet, view)).toEqual([]);
  expect(conservation(result.changeSet, view.text)).toEqual([]);
  const after = view.overlay(result.changeSet);
  const paths = changedPaths(result.changeSet);
  const written = Object.fromEntries(paths.map((one) => [one, after.text(one)]));
  if (process.env.UPDATE) update(name, written);
  expect(written).toEqual(readFolder(join(INCLUDE_CASES, name, 'after')));
  const rust = paths.filter((one) => one.endsWith('.rs'));
  for (const set of [result.changeSet, null]) expect(unproven(proveRustSyntax(view, after, set, rust))).toEqual([]);
  const again = rustIncludeToMod.run(after, { path });
  expect(again.status === 'refused' || isEmptyChangeSet(again.changeSet)).toBe(true);
}

const whereRefused = (refusals: readonly Refusal[], view: View) =>
  refusals.map(({ hazard, path, start }) => ({ hazard, line: lineAt(lineStartsOf(view.text(path)), start) }));

const unproven = (proofs: ReturnType<typeof proveRustSyntax>): string[] =>
  proofs.filter(({ verdict }) => verdict !== 'proven').map(({ path, why }) => `${path} ${why}`);

function update(name: string, files: Readonly<Record<string, string>>): void {
  const folder = join(INCLUDE_CASES, name, 'after');
  rmSync(folder, { recursive: true, force: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
