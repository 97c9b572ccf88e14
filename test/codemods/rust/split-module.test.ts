import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rustSplitModule } from '../../../codemods/rust/split-module/index.ts';
import { changedPaths, isEmptyChangeSet } from '../../../src/core/change-set.ts';
import { conservation } from '../../../src/core/conservation.ts';
import { lineAt, lineStartsOf } from '../../../src/core/lines.ts';
import { validateChangeSet } from '../../../src/core/validate-change-set.ts';
import { proveRustSyntax } from '../../helpers/prove-rust-syntax.ts';
import { CASES, caseNames, readCase, readFolder } from './split-cases.ts';

describe('rust/split-module', () => {
  for (const name of caseNames()) {
    const { path, plan, view, notes, refusal } = readCase(name);
    it(`${name}: ${readFileSync(join(CASES, name, 'case.txt'), 'utf8').trim()}`, () => {
      const result = rustSplitModule.run(view, { path, plan, notes });
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
      if (process.env.UPDATE) updateCase(name, written);
      expect(written).toEqual(readFolder(join(CASES, name, 'after')));
      const sources = paths.filter((one) => one.endsWith('.rs'));
      const proofs = proveRustSyntax(view, after, result.changeSet, sources);
      expect(proofs.filter(({ verdict }) => verdict !== 'proven').map(({ why }) => why)).toEqual([]);
      const again = rustSplitModule.run(after, { path, plan: { ...plan, modules: [] }, notes: false });
      expect(again.status === 'changed' && isEmptyChangeSet(again.changeSet)).toBe(true);
    });
  }
});

function updateCase(name: string, files: Readonly<Record<string, string>>): void {
  rmSync(join(CASES, name, 'after'), { recursive: true, force: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(CASES, name, 'after', path)), { recursive: true });
    writeFileSync(join(CASES, name, 'after', path), text);
  }
}
