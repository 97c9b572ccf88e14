import type { History } from '../../src/git/history.ts';
import { functionChurn } from '../churn/function-churn.ts';
import type { MeasuredFile } from './measure-files.ts';
import type { Unranked } from './merge-files.ts';

/** One entry for each function of a file. */
export function functionEntries(file: MeasuredFile, history: History): Unranked[] {
  const { path, module, language, position, metrics, partial } = file;
  const churns = functionChurn(history, path, metrics.functions);
  return metrics.functions.map(({ symbol, line, lines, cognitive, cyclomatic }, i) => {
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
      code: lines,
      comment: 0,
      blank: 0,
      functions: 1,
      cognitive,
      cyclomatic,
      largest: place,
      worst: { ...place, cognitive, cyclomatic },
      churn: churns?.[i] ?? null,
      ownership: null,
      partial,
    };
  });
}
