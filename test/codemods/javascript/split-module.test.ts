import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { javascriptSplitModule } from '../../../codemods/javascript/split-module/index.ts';
import { isEmptyChangeSet } from '../../../src/core/change-set.ts';
import { conservation } from '../../../src/core/conservation.ts';
import { SILENT } from '../../../src/core/progress.ts';
import { javascriptProver } from '../../../src/engine/prove/javascript/javascript-prover.ts';
import { memoryView } from '../../helpers/memory-view.ts';
import { readFolder } from '../../helpers/read-folder.ts';
import { planOf, readCases } from './read-cases.ts';

const CASES = readCases();
const run = (
  files: Readonly<Record<string, string>>,
  path: string,
  modules: Readonly<Record<string, readonly string[]>>,
) => javascriptSplitModule.run(memoryView(files), { path, plan: planOf(path, files[path]!, modules), notes: false });

describe('cases', () => {
  test.each(CASES.filter(({ refusals }) => refusals === null))('$name', async ({ folder, before, path, plan }) => {
    const view = memoryView(before);
    const result = javascriptSplitModule.run(view, { path, plan, notes: false });
    if (result.status === 'refused') throw new Error(JSON.stringify(result.refusals));
    expect(conservation(result.changeSet, view.text)).toEqual([]);
    const after = view.overlay(result.changeSet);
    for (const file of after.files)
      await expect(after.text(file.path)).toMatchFileSnapshot(join(folder, 'after', file.path));
    expect(Object.keys(readFolder(join(folder, 'after'))).sort()).toEqual(after.files.map((file) => file.path));
    for (const changeSet of [result.changeSet, null]) {
      const request = { before: view, after, changeSet, stage: null, testCommand: null, onProgress: SILENT };
      const { proofs } = await javascriptProver.prove({
        ...request,
        rungs: ['S'],
        signal: new AbortController().signal,
      });
      expect(proofs.map(({ verdict, why }) => `${verdict} ${verdict === 'proven' ? '' : why}`.trim())).toEqual(
        proofs.map(() => 'proven'),
      );
      expect(proofs.length).toBeGreaterThan(1);
    }
  });

  test.each(CASES.filter(({ refusals }) => refusals !== null))('$name', ({ before, path, plan, refusals }) => {
    const result = javascriptSplitModule.run(memoryView(before), { path, plan, notes: false });
    expect(result.status === 'refused' ? [...new Set(result.refusals.map(({ hazard }) => hazard))] : []).toEqual(
      refusals,
    );
  });

  test('there are cases of both kinds', () => {
    expect(CASES.filter(({ refusals }) => refusals === null).length).toBeGreaterThanOrEqual(8);
    expect(CASES.filter(({ refusals }) => refusals !== null).length).toBeGreaterThanOrEqual(8);
  });
});

describe('text', () => {
  test('CRLF stays in moved and in new lines', () => {
    const text = "import { a } from './a';\n\nexport const x = 1;\n\nexport const y = () => a(x);\n".replace(
      /\n/g,
      '\r\n',
    );
    const result = run({ 'src/m.ts': text, 'src/a.ts': 'export const a = 1;\n' }, 'src/m.ts', {
      y: ['const y'],
      x: ['const x'],
    });
    if (result.status === 'refused') throw new Error(JSON.stringify(result.refusals));
    const after = memoryView({ 'src/m.ts': text }).overlay(result.changeSet);
    for (const file of after.files) expect(after.text(file.path).replace(/\r\n/g, '')).not.toContain('\n');
  });

  test('the last line stays without its newline', () => {
    const result = run({ 'm.ts': 'export const x = 1;\nexport const y = 2;' }, 'm.ts', { y: ['const y'] });
    if (result.status === 'refused') throw new Error(JSON.stringify(result.refusals));
    const after = memoryView({ 'm.ts': 'export const x = 1;\nexport const y = 2;' }).overlay(result.changeSet);
    expect(after.text('m/y.ts')).toBe('export const y = 2;');
    expect(after.text('m.ts')).toBe("export { y } from './m/y';\n\nexport const x = 1;\n");
  });

  test('a plan without modules changes nothing', () => {
    const result = run({ 'm.ts': 'export const x = 1;\n' }, 'm.ts', {});
    expect(result.status === 'changed' && isEmptyChangeSet(result.changeSet)).toBe(true);
  });

  test('a unit that is not there, twice there, or a member of a class is refused', () => {
    const text = 'export class A {\n  run() {}\n}\n';
    const hazards = (units: string[]): string[] => {
      const result = run({ 'm.ts': text }, 'm.ts', { a: units });
      return result.status === 'refused' ? result.refusals.map(({ hazard }) => hazard) : [];
    };
    expect(hazards(['class B'])).toEqual(['P1']);
    expect(hazards(['class A', 'class A'])).toEqual(['P1']);
    expect(hazards(['class A::run'])).toEqual(['J22']);
  });
});
