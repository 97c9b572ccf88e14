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
import { proveSyntax } from '../../../src/engine/prove/rust/syntax/prove-syntax.ts';
import type { View } from '../../../src/workspace/view.ts';
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

describe('a conversion that is spoiled at a part that did not change is rejected by S', () => {
  const { path, view } = readIncludeCase('plain-part');
  const result = rustIncludeToMod.run(view, { path });
  if (result.status !== 'changed') throw new Error('it is refused');
  const right = view.overlay(result.changeSet).text(path);
  const MODE = '#[path = "args/mode.rs"]\nmod mode;\n';
  const SPOILED: readonly (readonly [name: string, text: string, says: string])[] = [
    ['nothing mounts it', right.replace(MODE, '').replace('pub use mode::Mode;\n', ''), 'is gone'],
    [
      'it is mounted twice',
      right.replace(MODE, `${MODE}${MODE.replace('mod mode', 'mod again')}`),
      'was not there before',
    ],
    ['another file is mounted for it', right.replace('"args/mode.rs"', '"args/answer.rs"'), 'is gone'],
    ['its name is not given on', right.replace('pub use mode::Mode;\n', ''), 'Mode'],
    ['it is spliced still', right.replace(MODE, `${MODE}include!("args/mode.rs");\n`), 'was not there before'],
  ];
  for (const [name, text, says] of SPOILED)
    it(name, () => {
      expect(text).not.toBe(right);
      const edits = result.changeSet.edit.map((one) =>
        one.path === path
          ? { path, edits: [{ start: 0, end: view.text(path).length, text, reason: 'free' as const }] }
          : one,
      );
      const after = view.overlay({ ...result.changeSet, edit: edits });
      const said = unproven(proveSyntax(view, after, null, changedPaths(result.changeSet)));
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
  if (process.env.UPDATE_CASES) update(name, written);
  expect(written).toEqual(readFolder(join(INCLUDE_CASES, name, 'after')));
  const rust = paths.filter((one) => one.endsWith('.rs'));
  for (const set of [result.changeSet, null]) expect(unproven(proveSyntax(view, after, set, rust))).toEqual([]);
  const again = rustIncludeToMod.run(after, { path });
  expect(again.status === 'refused' || isEmptyChangeSet(again.changeSet)).toBe(true);
}

const whereRefused = (refusals: readonly Refusal[], view: View) =>
  refusals.map(({ hazard, path, start }) => ({ hazard, line: lineAt(lineStartsOf(view.text(path)), start) }));

const unproven = (proofs: ReturnType<typeof proveSyntax>): string[] =>
  proofs.filter(({ verdict }) => verdict !== 'proven').map(({ path, why }) => `${path} ${why}`);

function update(name: string, files: Readonly<Record<string, string>>): void {
  const folder = join(INCLUDE_CASES, name, 'after');
  rmSync(folder, { recursive: true, force: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
