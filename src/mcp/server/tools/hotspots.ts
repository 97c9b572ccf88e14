import { z } from 'zod';
import { GROUPINGS, SORT_KEYS } from '../../../../analyzers/hotspots/hotspot.ts';
import { LANGUAGES } from '../../../languages/language.ts';
import { defineTool, option, READS, REVISION } from '../tool.ts';

export const hotspotsTool = defineTool({
  name: 'hotspots',
  title: 'Where a split pays',
  description:
    'Ranks files, functions, modules or crates by changes times complexity, with every number behind the score. Start here to find what to divide.',
  report: 'hotspots',
  annotations: READS,
  input: {
    by: z.enum(GROUPINGS).optional().describe('What is ranked (default: file).'),
    language: z.enum(LANGUAGES).optional().describe('javascript: with TypeScript.'),
    sort: z.enum(SORT_KEYS).optional().describe('The key of the ranking (default: score).'),
    since: REVISION.optional().describe(
      'Count history since a revision, an ISO date, or a duration such as 90d, 6m, 2y.',
    ),
    top: z.int().min(1).max(10_000).optional().describe('Rank only so many rows (default: all).'),
  },
  work: ({ by, language, sort, since, top }, { run }) =>
    run([
      'hotspots',
      ...option('by', by),
      ...option('lang', language),
      ...option('sort', sort),
      ...option('since', since),
      ...option('top', top),
    ]),
});
