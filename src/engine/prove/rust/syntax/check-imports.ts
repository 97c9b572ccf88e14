import { PRELUDE_MACROS } from '../../../../../analyzers/readings/rust/prelude-macros.ts';
import { implies, isEquivalent, underAll } from './cfg-formula.ts';
import { allParts, asModuleBinding, type ModuleState, type Part } from './module-state.ts';
import type { Import, PartScope } from './part-scope.ts';
import type { Problem } from './problem.ts';
import type { Bound } from './reads-above.ts';

/** Attributes of an import that change nothing but warnings and the layout. */
const QUIET =
  /^#\[(?:allow|expect)\((?:unused_imports|deprecated|unused|dead_code|clippy::\w+|hidden_glob_reexports|ambiguous_glob_reexports)(?:,reason=(?:"[^"\\]*"|r"[^"]*"))?,?\)\]$|^#\[rustfmt::skip\]$/;

/**
 * Each import binds what the module had by that name: it is one of the module's own, or leads to the module itself (`super::NAME`,
 * `super::*`) or, in the facade, to a part. Another alias, another origin or a wider audience is another meaning.
 */
export function checkImports(state: ModuleState): Problem[] {
  return allParts(state).flatMap((part) =>
    part.scope.imports.flatMap((one) => {
      const why = whyNot(state, part, one);
      return why === null ? [] : [{ path: part.file.path, start: one.start, why }];
    }),
  );
}

function whyNot(state: ModuleState, part: Part, one: Import): string | null {
  const shown = `\`${one.leaf.segments.join('::')}${one.leaf.glob ? '::*' : ''}\``;
  const inFacade = part === state.facade;
  const strange = one.attributes.find((attribute) => !QUIET.test(attribute));
  const binding = asModuleBinding(state, one.binding);
  const had = state.earlier.imports.filter((old) => sameBinding(state, old, one, state.valuesRead(part)));
  const kept = had.filter((old) => isKept(part, old, one, inFacade));
  if (kept.length > 0) return null;
  if (had.length > 0) return whyNotKept(shown, had[0]!, one, inFacade);
  if (strange !== undefined) return `\`${strange}\` stands on a new import`;
  if (!inFacade && one.visibility !== '') return `a part re-exports ${shown}, which the module did not`;
  if (inFacade) return isOfPart(state, one, binding) ? null : notHad(shown);
  if (binding === '0::*') return null;
  return isOwnName(state.earlier, binding, one) ? null : notHad(shown);
}

const notHad = (shown: string): string => `it imports ${shown}, which the module did not, or by another name`;

/**
 * True for imports that bind the same thing by the same name.
 * @param values names that those who see the new import read as values or macros
 */
export const sameBinding = (state: ModuleState, old: Bound, now: Bound, values: ReadonlySet<string>): boolean =>
  asModuleBinding(state, old.binding) === asModuleBinding(state, now.binding) &&
  old.name === now.name &&
  (old.leaf.alias === '_') === (now.leaf.alias === '_') &&
  (old.leaf.self === now.leaf.self ||
    isModuleAlone(old) ||
    (old.leaf.self && old.name !== null && !values.has(old.name)));

const STD = new Set(['std', 'core', 'alloc']);

/**
 * Either form of the one path: `core::mem::{self}` is `core::mem` where rustfmt has seen it: nothing but the module has the name. Elsewhere the shorter form may bring a
 * function or macro of that name as well, which only matters where one is read.
 */
function isModuleAlone({ binding, name }: Bound): boolean {
  const [level, first = '', ...rest] = binding.split('::');
  if (level !== '' || name === null || PRELUDE_MACROS.has(name)) return false;
  return rest.length === 0 || STD.has(first);
}

/** In the facade an import has the audience that it had; a private one may stand under a narrower `cfg`, and in a part. */
function isKept(part: Part, old: Import, now: Import, inFacade: boolean): boolean {
  const audience = inFacade ? now.visibility === old.visibility : now.visibility === '';
  if (!audience) return false;
  const loud = (one: Import): string => one.attributes.filter((attribute) => !QUIET.test(attribute)).join();
  if (loud(now) !== loud(old) && !(loud(now) === '' && now.visibility === '')) return false;
  const [earlier, later] = [underAll(old.cfg), underAll([...now.cfg, ...part.outer])];
  return inFacade && old.visibility !== '' ? isEquivalent(earlier, later) : implies(later, earlier);
}

function whyNotKept(shown: string, old: Import, now: Import, inFacade: boolean): string {
  if (inFacade && now.visibility !== old.visibility) return `${shown} was ${say(old)} and is now ${say(now)}`;
  if (!inFacade && now.visibility !== '') return `a part re-exports ${shown}, which the module did not`;
  return `the import of ${shown} does not stand under its \`#[cfg]\` and attributes`;
}

const say = ({ visibility }: Import): string => (visibility === '' ? 'private' : `\`${visibility}\``);

/** `part::name`, or all that a part shows. */
const isOfPart = ({ earlier, parts }: ModuleState, one: Import, binding: string): boolean =>
  parts.some(({ file }) =>
    one.leaf.glob
      ? one.binding === `0::${file.name}::*`
      : one.binding.startsWith(`0::${file.name}::`) && isOwnName(earlier, binding, one),
  );

/** The module's own name, by that name; `as _` brings the methods of a trait that the module saw by its name. */
function isOwnName(earlier: PartScope, binding: string, { leaf, name }: Import): boolean {
  const [level, own, ...rest] = binding.split('::');
  if (level !== '0' || own === undefined || rest.length > 0) return false;
  if (name !== own && leaf.alias !== '_') return false;
  if (earlier.defines.some((one) => one.name === own) || earlier.imports.some((one) => one.name === own)) return true;
  return earlier.imports.some((one) => one.leaf.glob) || earlier.calls.length > 0;
}

/** True if the facade still has an import of the module, for the same audience. */
export const keepsImport = (state: ModuleState, old: Import): boolean =>
  state.facade.scope.imports.some(
    (now) => sameBinding(state, old, now, state.valuesRead(state.facade)) && isKept(state.facade, old, now, true),
  );
