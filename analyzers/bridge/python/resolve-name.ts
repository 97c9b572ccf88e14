import type { Bridge, NativeMember, NativeModule } from '../native.ts';
import type { PythonImport } from './python-file.ts';
import { absoluteName, type PythonIndex, type PythonModule } from './python-index.ts';

/** What a dotted name leads to. */
export type Resolved =
  | { readonly kind: 'member'; readonly bridge: Bridge; readonly member: NativeMember; readonly module: string }
  | { readonly kind: 'module'; readonly dotted: string }
  /** A native module does not have it, and nothing else could. */
  | { readonly kind: 'missing'; readonly bridge: Bridge; readonly module: string; readonly name: string }
  /** Python's own, from elsewhere, or not known. */
  | { readonly kind: 'other' };

const OTHER: Resolved = { kind: 'other' };

export interface Names {
  readonly python: PythonIndex;
  readonly bridges: readonly Bridge[];
  /** `pkg._core.x` that Python itself sets on a native module. */
  readonly set: ReadonlySet<string>;
}

export interface NativeAt {
  readonly bridge: Bridge;
  readonly native: NativeModule;
}

/** The native module of a dotted name; null where Python has a module of its own there, or nothing is known. */
export function nativeAt({ python, bridges }: Names, dotted: string): NativeAt | null {
  if (python.byName.has(dotted)) return null;
  for (const bridge of bridges)
    for (const own of [bridge.module, ...bridge.mirrors]) {
      const native =
        dotted === own
          ? bridge.native
          : dotted.startsWith(`${own}.`)
            ? below(bridge.native, dotted.slice(own.length + 1))
            : null;
      if (native) return { bridge, native };
    }
  return null;
}

const below = (native: NativeModule, path: string): NativeModule | null =>
  path.split('.').reduce<NativeModule | null>((at, part) => at?.members.get(part)?.module ?? null, native);

/** What every module has. */
const OF_MODULES =
  /^__(?:name|doc|file|spec|loader|package|dict|path|all|class|builtins|cached|version|author|getattribute|dir|repr|hash|eq|str|init|new|reduce|annotations)__$/;

/** A name in a module. */
export function resolveName(
  names: Names,
  dotted: string,
  name: string,
  seen: ReadonlySet<string> = new Set(),
): Resolved {
  const key = `${dotted} ${name}`;
  if (seen.has(key)) return OTHER;
  if (seen.size > 0) return lookUp(names, dotted, name, seen);
  const known = resolvedIn(names);
  const found = known.get(key) ?? lookUp(names, dotted, name, seen);
  known.set(key, found);
  return found;
}

const resolved = new WeakMap<Names, Map<string, Resolved>>();

/** What was resolved before from nowhere else: many files use the same names. */
function resolvedIn(names: Names): Map<string, Resolved> {
  const known = resolved.get(names) ?? new Map<string, Resolved>();
  resolved.set(names, known);
  return known;
}

function lookUp(names: Names, dotted: string, name: string, seen: ReadonlySet<string>): Resolved {
  const key = `${dotted} ${name}`;
  const now = new Set([...seen, key]);
  const native = nativeAt(names, dotted);
  if (native) return inNative(names, native, dotted, name);
  const [module, ...more] = names.python.byName.get(dotted) ?? [];
  if (!module || more.length > 0)
    return isModule(names, `${dotted}.${name}`) ? { kind: 'module', dotted: `${dotted}.${name}` } : OTHER;
  return inPython(names, module, name, now);
}

function inNative(names: Names, { bridge, native }: NativeAt, dotted: string, name: string): Resolved {
  const member = native.members.get(name);
  if (member?.kind === 'module' && member.module) return { kind: 'module', dotted: `${dotted}.${name}` };
  if (member) return { kind: 'member', bridge, member, module: dotted };
  if (native.open.length > 0 || OF_MODULES.test(name) || names.set.has(`${dotted}.${name}`)) return OTHER;
  // Beside a native module Python may have files of the package that it is found in.
  if (isModule(names, `${dotted}.${name}`)) return OTHER;
  return { kind: 'missing', bridge, module: dotted, name };
}

const isModule = (names: Names, dotted: string): boolean =>
  names.python.byName.has(dotted) || nativeAt(names, dotted) !== null;

function inPython(names: Names, module: PythonModule, name: string, seen: ReadonlySet<string>): Resolved {
  const { file, path } = module;
  if (file.binds.includes(name) || names.set.has(`${module.name.dotted}.${name}`)) return OTHER;
  const direct = file.imports.filter((one) => one.bound === name && !one.typeChecking);
  if (direct.length > 1) return OTHER;
  if (direct.length === 1) return resolveImport(names, module, direct[0]!, seen);
  const below = `${module.name.dotted}.${name}`;
  if (isModule(names, below)) return { kind: 'module', dotted: below };
  if (file.dynamic !== null || !path.endsWith('.py') || /^__\w+__$/.test(name)) return OTHER;
  return byStars(names, module, name, seen);
}

/** What `from x import *` brings in; missing only where one of the stars is a native module, and no other could have it. */
function byStars(names: Names, module: PythonModule, name: string, seen: ReadonlySet<string>): Resolved {
  let missing: Resolved = OTHER;
  for (const one of module.file.imports) {
    if (!one.star || one.typeChecking) continue;
    const from = absoluteName(one, module);
    if (from === null || !isModule(names, from)) return OTHER;
    if (!mayGive(names, from, name)) continue;
    const found = resolveName(names, from, name, seen);
    if (found.kind === 'missing') missing = found;
    else if (found.kind !== 'other' || !isPlainlyAbsent(names, from, name)) return found;
  }
  return missing;
}

/** False where `__all__` of a Python module leaves the name out. */
function mayGive({ python }: Names, from: string, name: string): boolean {
  const all = python.byName.get(from)?.[0]?.file.all;
  return all === null || all === undefined || !all.complete || all.names.includes(name);
}

/** A Python module without stars and tricks that does not bind the name. */
function isPlainlyAbsent({ python }: Names, from: string, name: string): boolean {
  const file = python.byName.get(from)?.[0]?.file;
  return (
    file !== undefined &&
    file.dynamic === null &&
    !file.binds.includes(name) &&
    !file.imports.some(({ star, bound }) => star || bound === name)
  );
}

/** What an import binds. */
export function resolveImport(
  names: Names,
  module: PythonModule,
  one: PythonImport,
  seen: ReadonlySet<string> = new Set(),
): Resolved {
  const from = absoluteName(one, module);
  if (from === null) return OTHER;
  if (one.name !== null) return resolveName(names, from, one.name, seen);
  const dotted = one.bindsTop ? from.split('.', 1)[0]! : from;
  return { kind: 'module', dotted };
}
