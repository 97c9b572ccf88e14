import type { View } from '../../../src/workspace/view.ts';
import { type CodemodResult, defineCodemod } from '../../define-codemod.ts';
import { SPLIT_OPTIONS, type SplitOptions } from '../../split-options.ts';
import { placeNotes } from './place-notes.ts';
import { refineSplit } from './refine.ts';
import { shipParts } from './ship-parts.ts';
import { splitModule } from './split.ts';

/** Splits a Rust module by a plan: the file stays, its parts become child modules, every name and audience stays. */
export const rustSplitModule = defineCodemod<SplitOptions>({
  id: 'rust/split-module',
  languages: ['rust'],
  title: 'Split a Rust module into child modules',
  examples: ['functions', 'type-with-impls', 'divided-impl', 'tests-module'],
  options: SPLIT_OPTIONS,
  run: (view, options) => withPlaces(view, options, shipParts(view, options.path, splitModule(view, options))),
  refine: refineSplit,
});

const withPlaces = (view: View, { plan }: SplitOptions, made: CodemodResult): CodemodResult =>
  made.status === 'refused' ? made : { ...made, notes: [...made.notes, ...placeNotes(view, plan)] };
