import { expect } from 'vitest';
import { SILENT } from '../../src/core/progress.ts';
import { countOf, type RunFile } from '../../src/core/run-result.ts';
import { chooseFiles } from '../../src/engine/run/choose-files.ts';
import { nameStep } from '../../src/engine/run/name-step.ts';
import { runCodemods } from '../../src/engine/run/run-codemods.ts';
import { memoryView } from './memory-view.ts';
import { tempFolder, writeFiles } from './temp-workspace.ts';

export interface RanCodemods {
  readonly rows: Readonly<Record<string, RunFile>>;
  readonly text: (path: string) => string;
  readonly printed: string;
  readonly stats: Readonly<Record<string, number>>;
  readonly reports: readonly { readonly path: string; readonly text: string }[];
  readonly parses: number;
}

/** Runs codemods, by name and text, over files; the totals have to add up. */
export async function ranCodemods(
  codemods: Readonly<Record<string, string>>,
  files: Readonly<Record<string, string>>,
  { typed = [], failFast = false, seconds = 20 }: { typed?: string[]; failFast?: boolean; seconds?: number } = {},
): Promise<RanCodemods> {
  const root = tempFolder();
  writeFiles(root, codemods);
  const view = memoryView(files);
  let printed = '';
  const result = await runCodemods({
    view,
    root,
    steps: Object.keys(codemods).map((name) => nameStep({ name: `./${name}`, cwd: root, params: {}, parser: null })),
    chosen: chooseFiles(view, root, root, typed),
    failFast,
    threads: 1,
    timeLimit: seconds * 1000,
    onPrint: (text) => {
      printed += text;
    },
    onProgress: SILENT,
    signal: new AbortController().signal,
  });
  const after = view.overlay(result.changeSet);
  const counted = (['changed', 'unchanged', 'skipped', 'failed'] as const).map((status) => countOf(result, status));
  expect(counted.reduce((sum, count) => sum + count, 0)).toBe(result.files.length);
  const { stats, reports, parses } = result;
  const rows = Object.fromEntries(result.files.map((file) => [file.path, file]));
  return { rows, text: (path) => after.text(path), printed, stats, reports, parses };
}
