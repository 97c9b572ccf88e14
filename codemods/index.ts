import type { Codemod } from './define-codemod.ts';
import { pythonSplitModule } from './python/split-module/index.ts';
import type { SplitOptions } from './split-options.ts';

/** Every codemod that splits a module, one a language. */
export const SPLITS: readonly Codemod<SplitOptions>[] = [pythonSplitModule];
