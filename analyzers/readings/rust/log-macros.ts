import type { View } from '../../../src/workspace/view.ts';
import { type MacroDefinition, type MacroDefinitions, rustFilesBeside } from './macro-definitions.ts';
import { tokenCalls } from './token-calls.ts';

/** Macros whose lines carry the path of their module: those of log, tracing, slog and defmt. */
const NAMES = new Set(
  (
    'log error warn info debug trace log_enabled event span enabled event_enabled span_enabled error_span warn_span info_span debug_span ' +
    'trace_span crit println'
  ).split(' '),
);
const CRATES = /^(?:\$crate::|::)?(?:log|tracing|slog|defmt)::$/;
const USED = /\b(?:log|tracing|slog|defmt)\s*::|\bextern\s+crate\s+(?:log|tracing|slog|defmt)\b/;
/** Names that stand for a logger's macro only where its crate is written before them. */
const COMMON = new Set(['log', 'println', 'enabled', 'event', 'span']);

export interface LogMacros {
  /** True for a call that logs: by the crate's path, by a name that an import brings, or by a macro of the workspace that comes down to one. */
  readonly isLog: (name: string, prefix: string) => boolean;
}

export function readLogMacros(view: View, path: string, definitions: MacroDefinitions): LogMacros {
  let used: boolean | null = null;
  const usesLogger = (): boolean => {
    used ??= rustFilesBeside(view, path).some((file) => USED.test(view.text(file)));
    return used;
  };
  const imported = (name: string): boolean =>
    !COMMON.has(name) || new RegExp(`\\b(?:log|tracing|slog|defmt)\\s*::[^;]*\\b${name}\\b`).test(view.text(path));
  const known = new Map<string, boolean>();
  const comesDown = (name: string): boolean => {
    const found = known.get(name);
    if (found !== undefined) return found;
    known.set(name, false);
    const reaches = definitions(name).some((one) => callsIn(one).some((call) => isLog(call.name, call.prefix)));
    known.set(name, reaches);
    return reaches;
  };
  const isLog = (name: string, prefix: string): boolean => {
    if (CRATES.test(prefix)) return NAMES.has(name);
    if (definitions(name).length > 0) return comesDown(name);
    return prefix === '' && NAMES.has(name) && name !== 'println' && usesLogger() && imported(name);
  };
  return { isLog };
}

const callsIn = ({ syntax, node }: MacroDefinition) => tokenCalls(syntax, node + 1, syntax.after[node]!);
