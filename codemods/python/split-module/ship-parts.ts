import { leftOutBy } from '../../../analyzers/readings/python/shipping/left-out.ts';
import { type Shipping, shippingOf } from '../../../analyzers/readings/python/shipping/shipping.ts';
import type { Source } from '../../../analyzers/readings/python/source.ts';
import { type ChangeSet, EMPTY_CHANGE_SET } from '../../../src/core/change-set.ts';
import type { View } from '../../../src/workspace/view.ts';
import { longerLists } from './longer-lists.ts';

/** Where the files of a split come to lie. */
export interface Placement {
  readonly facade: string;
  readonly parts: readonly { readonly stem: string; readonly path: string }[];
  readonly kind: string;
}

/** What has to be listed so that a split is shipped as the module was. */
export interface Shipment {
  readonly edits: Pick<ChangeSet, 'base' | 'edit'>;
  /** New files that would not be shipped whatever is listed. */
  readonly lost: readonly string[];
  /** The setting that holds the first of them back, where there is one. */
  readonly by: string | null;
  /** The manifests do not tell what is shipped, or that the module is. */
  readonly untold: boolean;
  readonly shipping: Shipping | null;
}

const NOTHING: Shipment['edits'] = { base: [], edit: [] };

/** Lists the new files of a split where the module's distribution lists what it ships, each list by itself until all are shipped. */
export function shipParts(view: View, source: Source, placement: Placement): Shipment {
  const shipping = shippingOf(view, source.path);
  const out = heldBack(view, source, placement);
  if (out !== null) return { edits: NOTHING, lost: [out.path], by: out.by, untold: false, shipping };
  const shipped = shipping?.ships(source.path) ?? null;
  if (shipping === null || shipped !== true)
    return { edits: NOTHING, lost: [], by: null, untold: shipping !== null && shipped === null, shipping };
  const lost = new Map(answers(view, source, placement, NOTHING).filter(([, ships]) => ships !== true));
  if (lost.size === 0) return { edits: NOTHING, lost: [], by: null, untold: false, shipping };
  for (const edits of longerLists(view, source, shipping.dir, placement))
    if (answers(view, source, placement, edits).every(([, ships]) => ships === true))
      return { edits, lost: [], by: null, untold: false, shipping };
  return { edits: NOTHING, lost: [...lost.keys()], by: null, untold: false, shipping };
}

/** A new file that a setting leaves out, and not the module. */
function heldBack(view: View, { path }: Source, { facade, parts }: Placement): { path: string; by: string } | null {
  for (const file of [facade, ...parts.map((part) => part.path)]) {
    const by = file === path ? null : leftOutBy(view, file, path);
    if (by !== null) return { path: file, by };
  }
  return null;
}

/** What the manifests, with these edits, say of each new file. */
function answers(
  view: View,
  source: Source,
  { facade, parts }: Placement,
  { base, edit }: Shipment['edits'],
): [path: string, ships: boolean | null][] {
  const { path, hash, mode } = source;
  const after = view.overlay({
    ...EMPTY_CHANGE_SET,
    base: [{ path, hash, mode }, ...base],
    edit,
    create: parts.map((part) => ({ path: part.path, mode, parts: [{ text: '\n', reason: 'header' }] })),
    move: facade === path ? [] : [{ from: path, to: facade }],
  });
  const shipping = shippingOf(after, facade);
  return [facade, ...parts.map((part) => part.path)].map((one) => [one, shipping?.ships(one) ?? null]);
}
