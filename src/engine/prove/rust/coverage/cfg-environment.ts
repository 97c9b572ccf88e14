import { type IsSet, optionParts, type Truth } from '../../../../languages/rust/cfg-truth.ts';
import { keyOf, type TargetCfg } from './target-cfg.ts';

/** What cargo chooses for one compilation. */
export interface Choice {
  readonly features: Pick<ReadonlySet<string>, 'has'>;
  /** Compiled for its tests. */
  readonly test: boolean;
  readonly debugAssertions: boolean;
  readonly procMacro: boolean;
  /** The driver that compiles is clippy's. */
  readonly clippy: boolean;
  /** What the package's build script set. */
  readonly script: readonly string[];
}

/** Names that rustc defines: of these, what it does not set is not set. */
const BUILT_IN =
  /^(?:unix|windows|target_\w+|panic|overflow_checks|ub_checks|relocation_model|sanitiz\w+|contract_checks|fmt_debug|emscripten_wasm_eh)$/;

/** Options that only other programs than a check set. */
const OF_OTHERS = new Set(['doc', 'doctest', 'miri', 'rustfmt', 'rust_analyzer']);

/** Whether an option is one that a flag can set: none of rustc's own, and none of cargo's. */
export function isSettable(option: string): boolean {
  const { name } = optionParts(option);
  return !BUILT_IN.test(name) && !OF_OTHERS.has(name) && !OF_CARGO.has(name) && !/\W/.test(name);
}

const OF_CARGO = new Set(['feature', 'test', 'debug_assertions', 'proc_macro', 'clippy', 'true', 'false', '']);

/** Whether one compilation sets an option. */
export function environmentOf(choice: Choice, { options, complete }: TargetCfg): IsSet {
  const script = new Set(choice.script);
  return (option): Truth => {
    const { name, value } = optionParts(option);
    if (name === 'feature') return value !== null && choice.features.has(value);
    const chosen = chosenBy(choice, name);
    if (chosen !== null) return chosen;
    const key = keyOf(option);
    if (script.has(key)) return true;
    if (options === null) return null;
    return options.has(key) || (complete || BUILT_IN.test(name) ? false : null);
  };
}

/** Null for an option that is not cargo's to set. */
function chosenBy({ test, debugAssertions, procMacro, clippy }: Choice, name: string): Truth {
  const chosen: Readonly<Record<string, boolean>> = {
    test,
    debug_assertions: debugAssertions,
    proc_macro: procMacro,
    clippy,
  };
  return OF_OTHERS.has(name) ? false : Object.hasOwn(chosen, name) ? chosen[name]! : null;
}
