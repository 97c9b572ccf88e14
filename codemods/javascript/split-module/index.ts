import { defineCodemod } from '../../define-codemod.ts';
import { SPLIT_OPTIONS, type SplitOptions } from '../../split-options.ts';
import { refineSplit } from './refine.ts';
import { splitModule } from './split.ts';

/** Splits a JavaScript or TypeScript module by a plan: the file stays as the barrel, its parts become modules of their own. */
export const javascriptSplitModule = defineCodemod<SplitOptions>({
  id: 'javascript/split-module',
  languages: ['javascript'],
  title: 'Split a JavaScript or TypeScript module behind a barrel',
  examples: ['functions', 'types-only', 'export-list', 'shared-private'],
  options: SPLIT_OPTIONS,
  run: splitModule,
  refine: refineSplit,
});
