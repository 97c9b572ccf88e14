import { inheritLints } from './workspace/inherit-lints/index.ts';
import { scaffoldReadme } from './workspace/scaffold-readme/index.ts';
import { scaffoldRuntimeBehaviour } from './workspace/scaffold-runtime-behaviour/index.ts';
import { syncExceptions } from './workspace/sync-exceptions/index.ts';
import { writeBridgeStub } from './workspace/write-bridge-stub/index.ts';

/** Those that mend findings of `check`, by the id that a rule names. */
export const MENDING_CODEMODS = [
  inheritLints,
  scaffoldReadme,
  scaffoldRuntimeBehaviour,
  syncExceptions,
  writeBridgeStub,
] as const;
