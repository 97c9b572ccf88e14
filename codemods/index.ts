import { javascriptJoinModule } from './javascript/join-module/index.ts';
import { javascriptSplitModule } from './javascript/split-module/index.ts';
import { MENDING_CODEMODS } from './mending.ts';
import { pythonJoinModule } from './python/join-module/index.ts';
import { pythonSplitModule } from './python/split-module/index.ts';
import { rustIncludeToMod } from './rust/include-to-mod/index.ts';
import { rustJoinModule } from './rust/join-module/index.ts';
import { rustSplitModule } from './rust/split-module/index.ts';
import { initBoundary } from './workspace/init-boundary/index.ts';
import { initCi } from './workspace/init-ci/index.ts';
import { initRelease } from './workspace/init-release/index.ts';
import { initSecurity } from './workspace/init-security/index.ts';
import { updateNotes } from './workspace/update-notes/index.ts';
import { writeContractTests } from './workspace/write-contract-tests/index.ts';
import { writeDocument } from './workspace/write-document/index.ts';

/** Those that a plan can name. */
export const SPLIT_CODEMODS = [rustSplitModule, pythonSplitModule, javascriptSplitModule] as const;

/** Those that take parts back. */
export const JOIN_CODEMODS = [rustJoinModule, pythonJoinModule, javascriptJoinModule] as const;

/** Those that need nothing but the file, and are proven like a split. */
export const FILE_CODEMODS = [rustIncludeToMod] as const;

/** Those that begin what a workspace lacks, by the word behind `init`. */
export const INIT_CODEMODS = {
  ci: initCi,
  security: initSecurity,
  release: initRelease,
  boundary: initBoundary,
} as const;

/** Every codemod, in the order that help lists them. */
export const CODEMODS = [
  ...SPLIT_CODEMODS,
  ...FILE_CODEMODS,
  ...JOIN_CODEMODS,
  ...MENDING_CODEMODS,
  ...Object.values(INIT_CODEMODS),
  updateNotes,
  writeContractTests,
  writeDocument,
] as const;
