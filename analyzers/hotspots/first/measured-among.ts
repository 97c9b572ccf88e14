import { languageOf } from '../../../src/languages/language.ts';
import type { View } from '../../../src/workspace/view.ts';
import { metricsFact } from '../../complexity/metrics-fact.ts';
import { unreadLineOf } from '../measure-files.ts';
import { mergeFiles, type Unranked } from '../merge-files.ts';

export interface Measured {
  readonly entries: readonly Unranked[];
  readonly failed: readonly { readonly path: string; readonly reason: string }[];
}

/** One entry for each of these sources that could be measured; a file's module takes all files, and is its path here. */
export function measuredAmong(view: View, paths: readonly string[]): Measured {
  const entries: Unranked[] = [];
  const failed: { path: string; reason: string }[] = [];
  for (const path of paths) {
    const { grammar } = view.file(path)!;
    const fact = view.facts(path, metricsFact);
    if (fact.status === 'failed') {
      failed.push({ path, reason: fact.reason });
      continue;
    }
    const file = {
      path,
      module: path,
      host: path,
      position: 0,
      language: languageOf(grammar!),
      metrics: fact.value,
      unreadLine: unreadLineOf(fact),
    };
    entries.push(mergeFiles([file], view.history));
  }
  return { entries, failed };
}
