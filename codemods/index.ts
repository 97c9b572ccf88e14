import { javascriptSplitModule } from './javascript/split-module/index.ts';
import { pythonSplitModule } from './python/split-module/index.ts';
import { rustIncludeToMod } from './rust/include-to-mod/index.ts';
import { rustSplitModule } from './rust/split-module/index.ts';
import { updateNotes } from './workspace/update-notes/index.ts';

/** Those that a plan can name. */
export const SPLIT_CODEMODS = [rustSplitModule, pythonSplitModule, javascriptSplitModule] as const;

/** Every codemod, in the order that help lists them. */
export const CODEMODS = [...SPLIT_CODEMODS, rustIncludeToMod, updateNotes] as const;
