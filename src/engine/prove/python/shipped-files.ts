import { shippingOf } from '../../../../analyzers/readings/python/shipping/shipping.ts';
import type { View } from '../../../workspace/view.ts';
import type { Defect } from './defect.ts';
import type { SplitShape } from './split-shape.ts';

/** What is built from a distribution holds every file of a split where it held the module, as far as its manifests tell. */
export function shippedFiles(before: View, after: View, { before: { path }, facade, parts }: SplitShape): Defect[] {
  if (parts.length === 0 || shippingOf(before, path)?.ships(path) !== true) return [];
  const shipping = shippingOf(after, facade.path);
  return [facade, ...parts]
    .filter((file) => shipping?.ships(file.path) === false)
    .map((file) => ({ path: file.path, why: `${shipping!.backend} ships ${path}, and would not ship this file` }));
}
