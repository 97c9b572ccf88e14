import type { DocItem, RustdocJson } from './rustdoc-json.ts';

export interface NamedItem {
  /** `struct sample::m::Foo`: kind and path; a name may stand in several namespaces. */
  readonly key: string;
  readonly path: string;
  /** Null for what another crate defines. */
  readonly item: DocItem | null;
  /** Where the item comes from if it is another crate's. */
  readonly origin: string | null;
}

export interface WalkOptions {
  /** Private items are part of the documentation (programs, examples); modules of `folded` are then read over. */
  readonly privates: boolean;
  readonly fold: (path: string) => string;
}

type Entry = Pick<Step, 'id' | 'path'>;

interface Step {
  readonly id: number;
  readonly path: string;
  /** Modules above: a module that re-exports one of them would lead on for ever. */
  readonly trail: readonly number[];
}

/** Every name that can be reached from the crate's root, `use` followed, each with the item behind it. */
export function walkNames(json: RustdocJson, options: WalkOptions): Map<string, NamedItem> {
  const found = new Map<string, NamedItem>();
  const seen = new Set<string>();
  const root = json.index[json.root]!;
  const steps: Step[] = [{ id: json.root, path: root.name ?? '', trail: [] }];
  const add = (path: string, item: DocItem | null, kind: string, origin: string | null): void => {
    const key = `${kind} ${path}`;
    if (!found.has(key)) found.set(key, { key, path, item, origin });
  };
  add(steps[0]!.path, root, 'module', null);
  for (let step = steps.shift(); step; step = steps.shift()) {
    if (seen.has(`${step.id} ${step.path}`)) continue;
    seen.add(`${step.id} ${step.path}`);
    // Named things go before what globs bring: they win over them.
    const children = childrenOf(json, step.id).sort((a, b) => Number(isGlob(a)) - Number(isGlob(b)));
    for (const child of children)
      for (const next of enter(json, child, step.path, options, add))
        if (next.id !== step.id && !step.trail.includes(next.id))
          steps.push({ ...next, trail: [...step.trail, step.id] });
  }
  return found;
}

const isGlob = ({ inner }: DocItem): boolean => inner.use?.is_glob === true;

function childrenOf(json: RustdocJson, id: number): DocItem[] {
  const item = json.index[id];
  const ids = item?.inner.module?.items ?? item?.inner.enum?.variants ?? [];
  return ids.flatMap((child) => json.index[child] ?? []);
}

type Add = (path: string, item: DocItem | null, kind: string, origin: string | null) => void;

/** Adds the names of one child and says which modules are to be entered. */
function enter(json: RustdocJson, child: DocItem, path: string, options: WalkOptions, add: Add): Entry[] {
  const { use } = child.inner;
  if (!options.privates && child.visibility !== 'public' && child.visibility !== 'default') return [];
  if (use) return follow(json, use, path, add);
  const own = `${path}::${child.name ?? ''}`;
  const kind = Object.keys(child.inner)[0]!;
  if (kind === 'impl') return [];
  if (kind !== 'module') {
    add(own, child, kind, null);
    return [];
  }
  if (child.inner.module!.is_stripped) return [];
  const read = options.privates ? options.fold(`${own}::`).slice(0, -2) : own;
  if (read === own) add(own, child, kind, null);
  return [{ id: child.id, path: read }];
}

function follow(json: RustdocJson, use: NonNullable<DocItem['inner']['use']>, path: string, add: Add): Entry[] {
  const target = use.id === null ? undefined : json.index[use.id];
  const origin = (use.id === null ? undefined : json.paths[use.id]?.path.join('::')) ?? plainSource(use.source);
  if (use.is_glob) {
    if (target) return [{ id: target.id, path }];
    add(`${path}::*`, null, `glob of ${origin}`, origin);
    return [];
  }
  const own = `${path}::${use.name}`;
  if (!target) {
    add(own, null, 'use', origin);
    return [];
  }
  // A re-export of a re-export leads on.
  if (target.inner.use) return follow(json, { ...target.inner.use, name: use.name }, path, add);
  const kind = Object.keys(target.inner)[0]!;
  add(own, target, kind, null);
  return kind === 'module' ? [{ id: target.id, path: own }] : [];
}

const plainSource = (source: string): string => source.replace(/^(?:(?:super|self|crate)::)+/, '');
