import { isBuiltinModule } from './module-paths.ts';
import type { Modules } from './open-modules.ts';
import { type Sight, unitTouches, WORLD } from './unit-touches.ts';

/** What the evaluation of a module has to do with others: nothing, it reads what they may change, or it may change what they read. */
export type ModuleTouch = 'none' | 'reads' | 'changes';

/**
 * By the text of the module alone, without the modules that it imports. A package, and what cannot be read, may change anything; with `own`
 * nothing is read.
 */
export function moduleTouch(modules: Modules, path: string, sight: Sight): ModuleTouch {
  if (isBuiltinModule(path) || path.endsWith('.json')) return 'none';
  if (sight === 'own') return 'changes';
  const loading = modules.loading(path);
  if (loading === null) return 'changes';
  if (loading.waits) return 'changes';
  let touch: ModuleTouch = 'none';
  for (const { changes, roots } of unitTouches(modules, path, loading, 'all')) {
    if (!roots.has(WORLD)) continue;
    if (changes) return 'changes';
    touch = 'reads';
  }
  return touch;
}
