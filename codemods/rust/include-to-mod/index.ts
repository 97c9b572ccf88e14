import { z } from 'zod';
import { defineCodemod } from '../../define-codemod.ts';
import { refineSplit } from '../split-module/refine.ts';
import type { ConvertOptions } from './conversion.ts';
import { includeToMod } from './convert.ts';

/** Turns the `include!`s of a Rust file into modules: each part stays where it is and becomes a child, every name and audience stays. */
export const rustIncludeToMod = defineCodemod<ConvertOptions>({
  id: 'rust/include-to-mod',
  languages: ['rust'],
  title: 'Turn include!d files into modules',
  examples: ['crate-root', 'shared-scope', 'macros-both-ways', 'conditional'],
  options: z.strictObject({ path: z.string().min(1) }),
  run: includeToMod,
  refine: refineSplit,
});
