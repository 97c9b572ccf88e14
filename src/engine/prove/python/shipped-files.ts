import { leftOutBy } from '../../../../analyzers/readings/python/shipping/left-out.ts';
import { shippingOf } from '../../../../analyzers/readings/python/shipping/shipping.ts';
import type { View } from '../../../workspace/view.ts';
import type { Defect } from './defect.ts';
import type { SplitShape } from './split-shape.ts';

/** What is built from a distribution holds every file of a split where it held the module, as far as its manifests tell. */
export function shippedFiles(before: View, after: View, { before: { path }, facade, parts }: SplitShape): Defect[] {
  if (parts.length === 0) return [];
  const ships = shippingOf(before, path)?.ships(path) === true;
  const shipping = shippingOf(after, facade.path);
  return [facade, ...parts].flatMap((file): Defect[] => {
    if (ships && shipping?.ships(file.path) !== true)
      return [
        { path: file.path, why: `${shipping?.backend ?? 'the build'} ships ${path}, and would not ship this file` },
      ];
    const by = file.path === path ? null : leftOutBy(after, file.path, path);
    return by === null ? [] : [{ path: file.path, why: `${by} leaves this file out, and not ${path}` }];
  });
}
