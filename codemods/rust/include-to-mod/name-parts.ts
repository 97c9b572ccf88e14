import { basename, dirname } from 'node:path/posix';
import type { IncludedPart } from '../../../analyzers/composition/rust/included-parts.ts';
import type { Source } from '../../../analyzers/readings/rust/source.ts';
import { byText } from '../../../src/core/compare.ts';
import type { Refusal } from '../../../src/core/refusal.ts';
import type { View } from '../../../src/workspace/view.ts';
import type { Layout } from '../split-module/layout.ts';
import { refuseNames } from '../split-module/refusals.ts';
import { refuse } from '../split-module/refuse.ts';

/**
 * A module name for each part: that of its file where it is free, else with `_items` behind it.
 * @param view the spliced view, in which the parts are no files
 */
export function nameParts(
  view: View,
  source: Source,
  parts: readonly IncludedPart[],
  layout: Layout,
): { readonly names: ReadonlyMap<string, string>; readonly refusals: readonly Refusal[] } {
  const names = new Map<string, string>();
  const refusals: Refusal[] = [];
  for (const part of [...parts].sort((a, b) => byText(a.path, b.path))) {
    const stem = stemOf(part.path);
    const used = new Set([...names.values()].map((name) => name.toLowerCase()));
    const problem = (name: string): Refusal | undefined =>
      refuseNames(view, source, [{ name, whole: [], divided: [], inline: null }], layout)[0];
    const name = [stem, `${stem}_items`].find((one) => !used.has(one.toLowerCase()) && !problem(one));
    if (name !== undefined) names.set(part.path, name);
    else
      refusals.push(
        refuse(
          { path: source.path },
          'R13',
          part,
          problem(stem)?.why ?? `\`${stem}\` is taken`,
          'Rename the part first.',
        ),
      );
  }
  return { names, refusals };
}

/** `parts/foo-bar.rs` -> `foo_bar`; `foo/mod.rs` -> `foo`. */
function stemOf(path: string): string {
  const file = basename(path, '.rs');
  const stem = file === 'mod' ? basename(dirname(path)) : file;
  const name = stem.replace(/[^\p{XID_Continue}]+/gu, '_');
  return /^[\p{XID_Start}_]/u.test(name) ? name : `_${name}`;
}
