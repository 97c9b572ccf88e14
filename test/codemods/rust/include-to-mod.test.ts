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
