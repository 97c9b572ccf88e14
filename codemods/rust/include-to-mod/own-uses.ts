import type { Edit } from '../../../src/core/change-set.ts';
import { normalItem } from '../../../src/languages/rust/use-item.ts';
import { rewriteUse } from '../split-module/facade-imports.ts';
import type { ModuleLeaf, ModuleUse } from '../split-module/module-names.ts';
import { rebaseOf } from '../split-module/part-imports.ts';
import { rebaseUse } from '../split-module/rebase-use.ts';
import { useEntries } from '../split-module/use-entries.ts';
import type { Conversion, PartModule } from './conversion.ts';

/**
 * The private imports of a part stay in it, read one module deeper, as far as the part needs them itself: what they did for others stands
 * there now.
 * @returns edits of the spliced text, and where imports stand that leave
 */
export function ownUseEdits(conversion: Conversion, module: PartModule): { edits: Edit[]; gone: ReadonlySet<number> } {
  const { source, context, homeOf } = conversion;
  const scope = rebaseOf(context, module.child);
  const edits: Edit[] = [];
  const gone = new Set<number>();
  for (const use of context.names.uses.filter((one) => homeOf(one) === module)) {
    const wanted = use.leaves.flatMap((leaf) => {
      const need = needOf(conversion, module, leaf);
      return need === null ? [] : [{ leaf, need }];
    });
    const entries = useEntries(use, wanted, module.part.cfg).flatMap((entry) =>
      rebaseUse(entry.tree, scope).map((tree) => ({ ...entry, tree })),
    );
    if (entries.length === 0) gone.add(use.piece.unit.body.start);
    else if (!isUnchanged(use, entries)) edits.push(rewriteUse(source, use, entries, context.form.style));
  }
  return { edits, gone };
}

/** What nothing is known to need stays where it is. */
function needOf({ imports, host }: Conversion, { child }: PartModule, leaf: ModuleLeaf) {
  const own = imports.get(child.name)!.taken.get(leaf);
  if (own !== undefined) return own;
  const isElsewhere = host.needs.has(leaf) || [...imports.values()].some(({ taken }) => taken.has(leaf));
  return isElsewhere ? null : [[]];
}

const isUnchanged = ({ tree, attributes }: ModuleUse, entries: ReturnType<typeof useEntries>): boolean =>
  entries.length === 1 &&
  entries[0]!.above.length === attributes.length &&
  tree !== null &&
  JSON.stringify(entries[0]!.tree) === JSON.stringify(normalItem(tree));
