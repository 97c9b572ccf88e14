import type { History } from '../../src/git/history.ts';
import { functionChurn } from '../churn/function-churn.ts';
import { sumSizes } from '../complexity/sizes/sum-sizes.ts';
import type { MeasuredFile } from './measure-files.ts';
import type { Unranked } from './merge-files.ts';

/** One entry for each function of a file. */
export function functionEntries(file: MeasuredFile, history: History): Unranked[] {
  const { path, module, language, position, metrics, unreadLine } = file;
  const churns = functionChurn(history, path, metrics.functions);
  return metrics.functions.map((each, i) => {
    const { symbol, line, lines, cognitive, cyclomatic, sizes } = each;
    const place = { symbol, path, line, lines };
    return {
      path,
      module,
      symbol,
      line,
      language,
      fragments: [],
      isFragment: position > 0,
      lines,
      code: sizes.code,
      comment: sizes.comment,
      blank: sizes.blank,
      functions: 1,
      cognitive,
      cyclomatic,
      sizes: sumSizes([{ sizes, types: [], functions: [each], cyclomatic }]),
      largest: place,
      worst: { ...place, cognitive, cyclomatic },
      churn: churns?.[i] ?? null,
      ownership: null,
      partial: unreadLine !== null,
    };
  });
}
