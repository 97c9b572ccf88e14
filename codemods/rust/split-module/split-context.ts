import { readConstantNames } from '../../../analyzers/readings/rust/constant-names.ts';
import { readMacroDefinitions } from '../../../analyzers/readings/rust/macro-definitions.ts';
import type { Source } from '../../../analyzers/readings/rust/source.ts';
import type { Plan } from '../../../src/core/plan.ts';
import type { View } from '../../../src/workspace/view.ts';
import type { Part } from './assign.ts';
import { type Audience, ownMembers } from './audience.ts';
import { commonPredicates } from './facade.ts';
import { formOf } from './form.ts';
import { predicatesOf, readGuards } from './guards.ts';
import type { Layout } from './layout.ts';
import { macroImports } from './macro-imports.ts';
import { readMentions } from './mentions.ts';
import { readModuleNames } from './module-names.ts';
import { readOtherFiles } from './other-files.ts';
import { type ImportContext, type PartImports, partImports } from './part-imports.ts';
import { LAST, type UseEntry } from './write-imports.ts';

/** Everything that is read before anything is decided. */
export function contextOf(
  view: View,
  source: Source,
  parts: readonly Part[],
  layout: Layout,
  plan: Plan,
): ImportContext {
  const form = formOf(view, source.path);
  const guards = readGuards(source.syntax);
  const audience: Audience = {
    source,
    mentions: readMentions(
      source,
      parts,
      guards,
      readMacroDefinitions(view, source.path),
      readConstantNames(view, source.path),
    ),
    others: readOtherFiles(view, source.path, layout),
    members: ownMembers(source),
    parent: form.parent,
  };
  return {
    source,
    names: readModuleNames(view, source, parts),
    audience,
    guards,
    layout,
    form,
    commonOf: (part) => commonPredicates(part, source, guards),
    isHidden: () => true,
    docOf: form.isOn('clippy::missing_docs_in_private_items') ? ({ name }) => docFor(plan, name) : () => null,
  };
}

/** The plan's reason as a sentence. */
function docFor(plan: Plan, name: string): string {
  const why = plan.modules.find((one) => one.name === name)?.why.replace(/\s+/g, ' ') ?? '';
  return why === '' ? `What \`${name}\` holds.` : `${why[0]!.toUpperCase()}${why.slice(1).replace(/\.$/, '')}.`;
}

/** What a part imports. Behind a glob, macros that shadow those of the prelude are still imported by name. */
export function importsOf(view: View, context: ImportContext, part: Part): PartImports {
  const found = partImports(context, part);
  if (!found.glob) return found;
  const { source, layout, guards } = context;
  const macros = macroImports(view, source, part, layout, guards).map(
    ({ name, need }): UseEntry => ({
      paragraph: LAST,
      tree: { path: ['super', name], end: 'name', alias: null, of: [] },
      above: predicatesOf(need, []).map((predicate) => `#[cfg(${predicate})]`),
    }),
  );
  return { ...found, entries: [...found.entries, ...macros] };
}
