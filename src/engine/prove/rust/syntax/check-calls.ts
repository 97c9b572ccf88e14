import type { MacroDefinitions } from '../../../../../analyzers/readings/rust/macro-definitions.ts';
import type { MadeItem } from '../../../../../analyzers/readings/rust/made-items.ts';
import { tokenCalls } from '../../../../../analyzers/readings/rust/token-calls.ts';
import { relativePaths } from '../../../../languages/rust/paths.ts';
import { expansionOf, makesNothing } from './call-expansion.ts';
import { implies, underAll } from './cfg-formula.ts';
import { type Collected, MEMBER } from './collect-items.ts';
import { allParts, type ModuleState, type Part } from './module-state.ts';
import type { Problem } from './problem.ts';
import type { TokenMacros } from './token-macros.ts';

/**
 * A macro call that moved is known down to its items: all of them public or blocks, given on by the facade, and none that the place of the
 * call would change. What cannot be expanded has no proof, whatever it is called.
 */
export function checkCalls(
  pairs: readonly { readonly earlier: Collected; readonly later: Collected }[],
  state: ModuleState,
  definitions: MacroDefinitions,
  macros: TokenMacros,
): Problem[] {
  return pairs.flatMap(({ later }) => {
    // A call in a block makes associated items: none of the module's names.
    const isItem = later.kind === 'macro-call' && !later.key.includes(MEMBER);
    const part = isItem ? state.parts.find(({ file }) => file.path === later.path) : undefined;
    if (!part) return [];
    const why = whyNot(part, later, state, definitions, macros);
    return why === null ? [] : [{ path: later.path, start: later.start, why: `a macro call has moved: ${why}` }];
  });
}

function whyNot(
  part: Part,
  { item }: Collected,
  state: ModuleState,
  definitions: MacroDefinitions,
  macros: TokenMacros,
): string | null {
  const { syntax, imports } = part.scope;
  const scope = { syntax, imports: [...state.earlier.imports, ...imports] };
  const call = expansionOf(scope, item.node, definitions);
  if (makesNothing(scope, call, definitions)) return null;
  if (call.items === null) return `what \`${call.written}!\` expands to is not known`;
  const hidden = call.items.map(hides).find((why) => why !== null);
  if (hidden !== undefined && hidden !== null) return `\`${call.written}!\` ${hidden}`;
  const reads = [...macros.readsOf(call.name)].find((one) => one !== 'line');
  if (reads !== undefined) return `\`${call.written}!\` reads the ${reads} of the place where it is called`;
  if (countsFromCall(call.name, definitions)) return `\`${call.written}!\` holds a path that counts from the call`;
  const field = call.items.flatMap(({ privateFields }) => privateFields).find((one) => isReadBeside(state, part, one));
  if (field !== undefined) return `it makes the private field \`${field}\`, which another file reads`;
  const named = call.items.filter(({ name }) => name !== null);
  const lost = named.find((one) => !isGiven(state, part, one));
  return lost ? `it makes \`${lost.name}\`, which the facade does not re-export` : null;
}

/** What only the module itself, or nobody, would see behind a glob. */
function hides({ kind, name, visibility }: MadeItem): string | null {
  if (kind === 'unknown' || kind === 'call') return `makes something that is no item: \`${name ?? kind}\``;
  if (kind === 'use' || kind === 'mod') return `makes a \`${kind}\` item`;
  if (name === null) return null;
  if (visibility !== 'pub' && visibility !== 'pub(crate)')
    return `makes \`${kind} ${name}\`, which only its own module sees`;
  return null;
}

/** A field of that name is read, or a struct made with it, in the facade or another part. */
function isReadBeside(state: ModuleState, part: Part, field: string): boolean {
  const read = new RegExp(/^\d/.test(field) ? `\\.\\s*${field}\\b` : `(?:\\.\\s*${field}\\b|\\b${field}\\s*:(?!:))`);
  return allParts(state).some((one) => one !== part && read.test(one.scope.syntax.text));
}

function isGiven({ facade }: ModuleState, part: Part, { cfg }: MadeItem): boolean {
  const { name } = part.file;
  return facade.scope.imports.some(
    (one) => one.visibility === 'pub' && one.binding === `0::${name}::*` && implies(underAll(cfg), underAll(one.cfg)),
  );
}

/** `self::x` and `super::x` in the body of a macro lead elsewhere from another module. */
function countsFromCall(first: string, definitions: MacroDefinitions): boolean {
  const names = new Set([first]);
  for (const name of names)
    for (const { syntax, node } of definitions(name)) {
      if (relativePaths(syntax, node, syntax.after[node]!).length > 0) return true;
      for (const call of tokenCalls(syntax, node + 1, syntax.after[node]!)) names.add(call.name);
    }
  return false;
}
