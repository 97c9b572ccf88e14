import type { View } from '../../../src/workspace/view.ts';
import { absoluteName, type PythonIndex, type PythonModule, pythonIndex } from '../../bridge/python/python-index.ts';
import { oncePerView } from '../../once.ts';
import type { PythonClass, PythonName, PythonTypes } from './python-types.ts';
import { pythonTypes } from './python-types-fact.ts';

/** What a name of Python leads to. */
export type PythonFound =
  | { readonly kind: 'class'; readonly module: PythonModule; readonly item: PythonClass }
  | { readonly kind: 'name'; readonly module: PythonModule; readonly item: PythonName }
  /** A full path out of the workspace: `pydantic.BaseModel`, `builtins.int`. */
  | { readonly kind: 'outside'; readonly path: string }
  | { readonly kind: 'lost'; readonly why: string };

export interface PythonNames {
  readonly index: PythonIndex;
  readonly typesOf: (module: PythonModule) => PythonTypes;
}

export const pythonNames = oncePerView(namesOf);

function namesOf(view: View): PythonNames {
  const known = new Map<string, PythonTypes>();
  const typesOf = (module: PythonModule): PythonTypes => {
    const held = known.get(module.path);
    if (held) return held;
    const fact = view.facts(module.path, pythonTypes);
    const value = fact.status === 'failed' ? { classes: [], names: [] } : fact.value;
    known.set(module.path, value);
    return value;
  };
  return { index: pythonIndex(view), typesOf };
}

const lost = (why: string): PythonFound => ({ kind: 'lost', why });

/** A dotted name as it is written in a module. @param scope the class that it stands in, `Outer.Inner`; '' for none */
export function findName(
  names: PythonNames,
  module: PythonModule,
  scope: string,
  path: readonly string[],
): PythonFound {
  for (let at = scope; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('.')))) {
    const own = classIn(names, module, `${at}.${path.join('.')}`);
    if (own) return own;
  }
  return findIn(names, module, path, new Set());
}

function classIn(names: PythonNames, module: PythonModule, name: string): PythonFound | null {
  const [item, more] = names.typesOf(module).classes.filter((one) => one.name === name);
  if (more) return lost(`${name} is defined more than once`);
  return item ? { kind: 'class', module, item } : null;
}

function findIn(
  names: PythonNames,
  module: PythonModule,
  path: readonly string[],
  seen: ReadonlySet<string>,
): PythonFound {
  const key = `${module.path} ${path.join('.')}`;
  if (seen.has(key)) return lost(`${path.join('.')} is imported in a circle`);
  const now = new Set([...seen, key]);
  const own = classIn(names, module, path.join('.')) ?? nameIn(names, module, path);
  if (own) return own;
  const [first = '', ...rest] = path;
  const imports = module.file.imports.filter(({ bound }) => bound === first);
  // One for type checkers and one at run time name the same thing.
  const [one, more] = imports.length > 1 ? imports.filter(({ typeChecking }) => !typeChecking) : imports;
  if (more) return lost(`${first} is imported more than once`);
  if (one) {
    const from = absoluteName(one, module);
    if (from === null) return lost(`${first} is imported from above the top`);
    if (one.name === null) return dotted(names, one.bindsTop ? [...path] : [...from.split('.'), ...rest], now);
    return dotted(names, [...from.split('.'), one.name, ...rest], now);
  }
  return throughStars(names, module, path, now) ?? builtin(module, path);
}

function nameIn(names: PythonNames, module: PythonModule, [first, ...rest]: readonly string[]): PythonFound | null {
  if (rest.length > 0) return null;
  const [item, more] = names.typesOf(module).names.filter(({ name }) => name === first);
  if (more) return lost(`${first} is assigned more than once`);
  return item ? { kind: 'name', module, item } : null;
}

/** A full path: the longest module of the workspace that begins it has the rest. */
function dotted(names: PythonNames, path: readonly string[], seen: ReadonlySet<string>): PythonFound {
  for (let length = path.length - 1; length > 0; length--) {
    const [module, more] = names.index.byName.get(path.slice(0, length).join('.')) ?? [];
    if (more) return lost(`two files are ${module!.name.dotted}`);
    if (module) return findIn(names, module, path.slice(length), seen);
  }
  return { kind: 'outside', path: canonical(path.join('.')) };
}

function throughStars(
  names: PythonNames,
  module: PythonModule,
  path: readonly string[],
  seen: ReadonlySet<string>,
): PythonFound | null {
  for (const one of module.file.imports) {
    if (!one.star) continue;
    const from = absoluteName(one, module);
    const [target] = from === null ? [] : (names.index.byName.get(from) ?? []);
    if (!target) {
      if (from === 'typing' || from === 'pydantic')
        return { kind: 'outside', path: canonical(`${from}.${path.join('.')}`) };
      continue;
    }
    const found = findIn(names, target, path, seen);
    if (found.kind === 'class' || found.kind === 'name') return found;
  }
  return null;
}

const builtin = ({ file }: PythonModule, path: readonly string[]): PythonFound =>
  file.binds.includes(path[0]!)
    ? lost(`what ${path.join('.')} is cannot be told`)
    : { kind: 'outside', path: `builtins.${path.join('.')}` };

/** One spelling for what `typing` and its twins have. */
const canonical = (path: string): string =>
  path
    .replace(/^(?:typing_extensions|collections\.abc)\./, 'typing.')
    .replace(/^pydantic\.(?:main|fields|types|config|aliases|networks|functional_\w+)\./, 'pydantic.')
    .replace(/^pydantic\.root_model\./, 'pydantic.');

/** What a configuration names: `acme.job.Job`, or `src/acme/job.py#Job`. */
export function pythonNamed(names: PythonNames, text: string): PythonFound {
  const [path = '', name] = text.split('#');
  const module = name === undefined ? undefined : names.index.modules.find((one) => one.path === path);
  if (module && name !== undefined) return findIn(names, module, name.split('.'), new Set());
  return dotted(names, text.split('.'), new Set());
}
