import type { MacroRules } from '../../../src/languages/rust/composition/forwarding.ts';
import type { View } from '../../../src/workspace/view.ts';
import { crateDirOf } from './crate-dir.ts';
import { forwardingNames } from './expand-calls.ts';
import { compositionOf } from './facts.ts';

const known = new WeakMap<View, Map<string, ReadonlyMap<string, readonly MacroRules[]>>>();

/** The macros of the crate that a file belongs to (by folder of its manifest) which come down to an `include!`. */
export function macrosOf(view: View, path: string): ReadonlyMap<string, readonly MacroRules[]> {
  let all = known.get(view);
  if (!all) {
    all = readAll(view);
    known.set(view, all);
  }
  return all.get(crateDirOf(view, path) ?? '') ?? NONE;
}

const NONE: ReadonlyMap<string, readonly MacroRules[]> = new Map();

function readAll(view: View): Map<string, ReadonlyMap<string, readonly MacroRules[]>> {
  const byCrate = new Map<string, Map<string, MacroRules[]>>();
  for (const { path, grammar } of view.files) {
    if (grammar !== 'rust') continue;
    for (const rules of compositionOf(view, path).macros) {
      const dir = crateDirOf(view, path) ?? '';
      const macros = byCrate.get(dir) ?? new Map<string, MacroRules[]>();
      byCrate.set(dir, macros);
      macros.set(rules.name, [...(macros.get(rules.name) ?? []), rules]);
    }
  }
  return new Map([...byCrate].map(([dir, macros]) => [dir, onlyForwarding(macros)]));
}

function onlyForwarding(
  macros: ReadonlyMap<string, readonly MacroRules[]>,
): ReadonlyMap<string, readonly MacroRules[]> {
  const names = forwardingNames(macros);
  return new Map([...macros].filter(([name]) => names.has(name)));
}
