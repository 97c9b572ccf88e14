import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rustIncludeToMod } from '../../../codemods/rust/include-to-mod/index.ts';
import { changedPaths, isEmptyChangeSet } from '../../../src/core/change-set.ts';
import { conservation } from '../../../src/core/conservation.ts';
import { lineAt, lineStartsOf } from '../../../src/core/lines.ts';
import { validateChangeSet } from '../../../src/core/validate-change-set.ts';
import { proveSyntax } from '../../../src/engine/prove/rust/syntax/prove-syntax.ts';
import { INCLUDE_CASES, includeCaseNames, readIncludeCase } from './include-cases.ts';
import { readFolder } from './split-cases.ts';

describe('rust/include-to-mod', () => {
  for (const name of includeCaseNames()) {
    const { path, view, text, refusal } = readIncludeCase(name);
    it(`${name}: ${text}`, () => {
      const result = rustIncludeToMod.run(view, { path });
      if (refusal) {
        const said =
          result.status === 'refused'
            ? result.refusals.map((one) => ({
                hazard: one.hazard,
                line: lineAt(lineStartsOf(view.text(one.path)), one.start),
              }))
            : result;
        expect(said).toEqual(refusal);
        return;
      }
      if (result.status !== 'changed') throw new Error(result.refusals.map(({ why }) => why).join('; '));
      expect(validateChangeSet(result.changeSet, view)).toEqual([]);
      expect(conservation(result.changeSet, view.text)).toEqual([]);
      const after = view.overlay(result.changeSet);
      const paths = changedPaths(result.changeSet);
      const written = Object.fromEntries(paths.map((one) => [one, after.text(one)]));
      if (process.env.UPDATE_CASES) update(name, written);
      expect(written).toEqual(readFolder(join(INCLUDE_CASES, name, 'after')));
      const rust = paths.filter((one) => one.endsWith('.rs'));
      for (const set of [result.changeSet, null]) {
        const proofs = proveSyntax(view, after, set, rust);
        expect(proofs.filter(({ verdict }) => verdict !== 'proven').map(({ path, why }) => `${path} ${why}`)).toEqual(
          [],
        );
      }
      const again = rustIncludeToMod.run(after, { path });
      expect(again.status === 'refused' || isEmptyChangeSet(again.changeSet)).toBe(true);
    });
  }
});

function update(name: string, files: Readonly<Record<string, string>>): void {
  const folder = join(INCLUDE_CASES, name, 'after');
  rmSync(folder, { recursive: true, force: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
