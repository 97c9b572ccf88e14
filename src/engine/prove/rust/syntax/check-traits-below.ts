import type { MacroDefinitions } from '../../../../../analyzers/readings/rust/macro-definitions.ts';
import { rustOutline } from '../../../../languages/rust/outline.ts';
import { readUseTree, type UseLeaf } from '../../../../languages/rust/use-tree.ts';
import { kindOf, type Syntax } from '../../../../languages/syntax.ts';
import type { View } from '../../../../workspace/view.ts';
import { both, type Formula, implies, underAll } from './cfg-formula.ts';
import { readGuards } from './guards.ts';
import { type Mention, mentionsOf } from './member-mentions.ts';
import type { ModuleState } from './module-state.ts';
import type { Problem } from './problem.ts';
import { seesAbove } from './reads-above.ts';
import { inFacadeOf, type Seen, traitName } from './seen-traits.ts';

interface Below {
  readonly after: View;
  /** Files of the modules below the facade. */
  readonly files: readonly string[];
  readonly whereOf: (path: string) => Formula;
  readonly modulePath: () => readonly string[] | null;
  readonly definitions: MacroDefinitions;
  readonly glued: () => ReadonlySet<string>;
  readonly mayCall: (one: Seen, mention: Mention, path: string) => boolean;
}

/**
 * Files below the module see its traits through `super::*`, under whatever name or none: what the facade no longer has in scope, none of them may
 * call.
 */
export function checkTraitsBelow(
  state: ModuleState,
  seen: readonly Seen[],
  { after, files, whereOf, modulePath, definitions, glued, mayCall }: Below,
): Problem[] {
  const lost = seen.filter((one) => !implies(one.where, inFacadeOf(state, one)));
  if (lost.length === 0) return [];
  for (const path of files) {
    const syntax = after.syntax(path);
    if (!seesAbove(syntax, modulePath)) continue;
    const leaves = importsIn(syntax);
    const outline = after.facts(path, rustOutline);
    if (outline.status === 'failed') continue;
    const guards = readGuards(syntax);
    const mentions = mentionsOf({ syntax, outline: outline.value }, definitions, glued);
    for (const one of lost) {
      if (leaves.some((leaf) => imports(leaf, one))) continue;
      const found = mentions.find(
        (mention) =>
          mayCall(one, mention, path) &&
          !implies(both(underAll(guards(mention.at)), whereOf(path), one.where), inFacadeOf(state, one)),
      );
      if (found)
        return [
          {
            path: state.facade.file.path,
            start: 0,
            why: `${one.shown} is no longer in scope here, and ${path} calls \`${found.name}\`, which may be its own`,
          },
        ];
    }
  }
  return [];
}

function importsIn(syntax: Syntax): UseLeaf[] {
  const found: UseLeaf[] = [];
  for (let node = 0; node < syntax.size; node++)
    if (kindOf(syntax, node) === 'use_declaration') found.push(...readUseTree(syntax, node));
  return found;
}

/** By its own name, or all of what the module had it from. */
const imports = ({ glob, segments }: UseLeaf, one: Seen): boolean =>
  glob ? one.binding.endsWith(`::${segments.at(-1)}::*`) : segments.at(-1) === traitName(one);
