import { isBuiltinModule } from './module-paths.ts';
import { moduleTouch } from './module-touch.ts';
import type { Modules } from './open-modules.ts';
import type { Sight } from './unit-touches.ts';

/**
 * May the evaluation of a module change what the language does for all others: methods of its prototypes, its globals, its time zone? Its own text
 * says so, or that of what it runs. A package is taken to do so where it is imported for nothing but its effects; with `own` any module is. Each
 * module is looked at once.
 * @param paths the modules that are loaded together: those that are looked at, and all that they load
 */
export function languageChangers(modules: Modules, paths: readonly string[], sight: Sight): (path: string) => boolean {
  const known = new Map<string, boolean>();
  return (path) => {
    const found = known.get(path) ?? mayChange(modules, paths, sight, path);
    known.set(path, found);
    return found;
  };
}

function mayChange(modules: Modules, paths: readonly string[], sight: Sight, path: string): boolean {
  if (isBuiltinModule(path) || NO_CODE.test(path)) return false;
  if (sight === 'own') return true;
  const loading = modules.loading(path);
  if (loading === null) return isBare(modules, paths, path);
  return loading.altersLanguage || (moduleTouch(modules, path, 'all') !== 'none' && asksForChanger(modules, path));
}

const NO_CODE = /\.(json|css|s[ac]ss|less|svg|png|jpe?g|gif|webp|woff2?|txt|md|html)$/;

const isBare = (modules: Modules, paths: readonly string[], path: string): boolean =>
  paths.some((from) =>
    modules.loading(from)?.requests.some(({ bare, from: name }) => bare && modules.target(from, name) === path),
  );

const MOST_MODULES = 600;

/** A module that runs something may run what changes the language, wherever that is written. */
function asksForChanger(modules: Modules, path: string): boolean {
  const seen = new Set([path]);
  const waiting = [...modules.requests(path, 'kept')];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (seen.has(next)) continue;
    if (seen.size > MOST_MODULES) return true;
    seen.add(next);
    if (modules.loading(next)?.altersLanguage) return true;
    waiting.push(...modules.requests(next, 'kept'));
  }
  return false;
}
