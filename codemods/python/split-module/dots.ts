import type { Source } from '../../../analyzers/readings/python/source.ts';
import type { Edit } from '../../../src/core/change-set.ts';
import type { Range } from '../../../src/core/range.ts';

/** One more dot for each relative import in a range, nested ones too: the file moves one package down. */
export const deeper = (source: Source, range: Range): Edit[] =>
  source.imports
    .filter(
      ({ kind, level, from }) =>
        kind === 'from' && level > 0 && from !== null && from.start >= range.start && from.end <= range.end,
    )
    .map(({ from }) => ({ start: from!.start, end: from!.start, text: '.', reason: 'dots' }));
