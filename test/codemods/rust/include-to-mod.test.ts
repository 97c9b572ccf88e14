import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rustIncludeToMod } from '../../../codemods/rust/include-to-mod/index.ts';
import { changedPaths, isEmptyChangeSet } from '../../../src/core/change-set.ts';
import { conservation } from '../../../src/core/conservation.ts';
import { lineAt, lineStartsOf } from '../../../src/core/lines.ts';
import { validateChangeSet } from '../../../src/core/validate-change-set.ts';
import { proveSyntax } from '../../../src/engine/prove/rust/syntax/prove-syntax.ts';
import { INCLUDE_CASES, type IncludeCase, includeCaseNames, readIncludeCase } from './include-cases.ts';
import { readFolder } from './split-cases.ts';

describe('rust/include-to-mod', () => {
  for (const name of includeCaseNames()) {
    const one = readIncludeCase(name);
    it(`${name}: ${one.text}`, () => (one.refusal ? checkRefusal(one) : checkConversion(name, one)));
  }
});

function checkRefusal({ view, path, refusal }: IncludeCase): void {
  const result = rustIncludeToMod.run(view, { path });
  if (result.status !== 'refused') throw new Error(`${path} is not refused`);
  const said = result.refusals.map((one) => ({
    hazard: one.hazard,
    line: lineAt(lineStartsOf(view.text(one.path)), one.start),
  }));
  expect(said).toEqual(refusal);
}

function checkConversion(name: string, { view, path }: IncludeCase): void {
  const result = rustIncludeToMod.run(view, { path });
  if (result.status !== 'changed') throw new Error(result.refusals.map(({ why }) => why).join('; '));
  expect(validateChangeSet(result.changeSet, view)).toEqual([]);
  expect(conservation(result.changeSet, view.text)).toEqual([]);
  const after = view.overlay(result.changeSet);
  const paths = changedPaths(result.changeSet);
  const written = Object.fromEntries(paths.map((one) => [one, after.text(one)]));
  if (process.env.UPDATE_CASES) update(name, written);
  expect(written).toEqual(readFolder(join(INCLUDE_CASES, name, 'after')));
  for (const set of [result.changeSet, null]) {
    const failed = proveSyntax(view, after, set, paths).filter(({ verdict }) => verdict !== 'proven');
    expect(failed.map((proof) => `${proof.path} ${proof.why}`)).toEqual([]);
  }
  const again = rustIncludeToMod.run(after, { path });
  expect(again.status === 'refused' || isEmptyChangeSet(again.changeSet)).toBe(true);
}

function update(name: string, files: Readonly<Record<string, string>>): void {
  const folder = join(INCLUDE_CASES, name, 'after');
  rmSync(folder, { recursive: true, force: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
