import { dirname } from 'node:path/posix';
import { crateOf } from '../../../analyzers/readings/rust/crate-of.ts';
import { modulePathOf } from '../../../analyzers/readings/rust/module-path.ts';
import type { Refusal } from '../../../src/core/refusal.ts';
import type { View } from '../../../src/workspace/view.ts';
import { type Layout, layoutOf } from '../split-module/layout.ts';

/** Where `mod x;` of a file looks for its file, and what is known of its crate; nothing moves, so every root can hold modules. */
export function hostLayout(view: View, path: string): Layout | Refusal {
  const layout = layoutOf(view, path);
  if ('hazard' in layout && layout.hazard !== 'R35') return layout;
  const crate = crateOf(view, path);
  const root = crate?.targets.some((target) => target.path === path) ?? false;
  const own = dirname(path) === '.' ? '' : dirname(path);
  const folder = root || 'hazard' in layout ? own : layout.folder;
  const modulePath = 'hazard' in layout ? modulePathOf(view, path) : layout.modulePath;
  return {
    crate,
    edition: crate?.edition ?? '2021',
    root,
    folder,
    up: '',
    mount: () => null,
    facade: path,
    modulePath,
  };
}
