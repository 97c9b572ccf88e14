import type { Source } from '../../../analyzers/readings/python/source.ts';
import type { ChangeSet } from '../../../src/core/change-set.ts';
import type { View } from '../../../src/workspace/view.ts';
import type { Layout } from './layout.ts';
import type { Refuse } from './refuse.ts';
import { shipParts } from './ship-parts.ts';

export interface ManifestEdits extends Pick<ChangeSet, 'base' | 'edit'> {
  readonly notes: readonly string[];
}

/** What ships the module ships its parts: they are listed where it lists by name, or the split is refused. */
export function editManifests(view: View, source: Source, layout: Layout, refuse: Refuse): ManifestEdits {
  const { edits, lost, by, untold, shipping } = shipParts(view, source, layout);
  const [first] = lost;
  if (first !== undefined && by !== null)
    refuse(
      'H26',
      { start: 0, end: 0 },
      `${by} leaves out ${first}, and not ${source.path}`,
      'Have the setting let the new files through, or give the module of the plan a name that it does not match.',
    );
  else if (first !== undefined)
    refuse(
      'H26',
      { start: 0, end: 0 },
      `what is built from ${shipping!.dir === '' ? 'the workspace' : shipping!.dir} (${shipping!.backend}) holds ${source.path}, and would not hold ${first}${lost.length > 1 ? ` and ${lost.length - 1} more` : ''}`,
      layout.kind === 'sibling'
        ? 'Choose the layout package, or have the build find its packages.'
        : 'Choose the layout sibling, or have the build find its packages.',
    );
  return {
    ...edits,
    notes: untold ? [`H26: whether ${shipping!.backend} ships the new files cannot be read from its settings`] : [],
  };
}
