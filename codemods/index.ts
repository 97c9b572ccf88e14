import type { Codemod } from './define-codemod.ts';
import { rustSplitModule } from './rust/split-module/index.ts';
import type { SplitOptions } from './split-options.ts';

/** The codemods that split one file by a plan. */
export const SPLIT_CODEMODS: readonly Codemod<SplitOptions>[] = [rustSplitModule];
