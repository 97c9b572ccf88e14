import type { View } from '../src/workspace/view.ts';
import type { SplitOptions } from './split-options.ts';

type Asked = Pick<SplitOptions, 'path' | 'plan'>;

/**
 * A planner asks whether a plan is refused, and then has it written: what was found last of a view is found again for the same file and
 * the same plan. Nothing that is found may be changed by those who get it.
 */
export function rememberLast<Found>(find: (view: View, asked: Asked) => Found): (view: View, asked: Asked) => Found {
  const known = new WeakMap<View, Asked & { readonly found: Found }>();
  return (view, { path, plan }) => {
    const last = known.get(view);
    if (last?.path === path && last.plan === plan) return last.found;
    const found = find(view, { path, plan });
    known.set(view, { path, plan, found });
    return found;
  };
}
