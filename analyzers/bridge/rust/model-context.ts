import { allHold, type IsSet } from '../../../src/languages/rust/cfg-truth.ts';
import type { NativeClass } from '../native.ts';
import { type RustIndex, rootOf } from './rust-index.ts';

/** What building the model of one bridge needs. */
export interface ModelContext {
  readonly index: RustIndex;
  /** Whether a build of the bridge sets an option, for code of the crate with that root scope. */
  readonly truth: (root: string) => IsSet;
  /** A trailing `Option` may be left out: PyO3 before 0.23. */
  readonly optionalTail: boolean;
  readonly classes: Map<string, NativeClass>;
}

/** Null: it is always there; false: never; else what it waits for. */
export function conditionOf({ truth }: ModelContext, scope: string, cfg: readonly string[]): string | null | false {
  if (cfg.length === 0) return null;
  const isSet = truth(rootOf(scope));
  const holds = allHold(cfg, isSet);
  if (holds === false) return false;
  return holds ? null : `it waits for cfg(${cfg.filter((one) => allHold([one], isSet) === null).join(', ')})`;
}
