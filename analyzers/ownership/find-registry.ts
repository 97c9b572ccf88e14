import type { RegisteringFile } from './registering-file.ts';
import type { On } from './registrations.ts';
import type { RegistryIndex } from './registry-index.ts';

/** A call of a function, with what it hands in: by the function's file and scope. */
interface CallSite {
  readonly file: RegisteringFile;
  readonly scope: string;
  readonly arguments: readonly (string | null)[];
}

/** Tells which registries a variable can be in a line; the same text for the same one. */
export type FindRegistry = (file: RegisteringFile, on: On, line?: number) => readonly string[];

const MOST_DEPTH = 8;

interface Search {
  readonly index: RegistryIndex;
  readonly sites: ReadonlyMap<string, readonly CallSite[]>;
}

export function registryFinder(index: RegistryIndex): FindRegistry {
  const search: Search = { index, sites: callSites(index) };
  return (file, on, line) => find(search, file, line === undefined ? on : { ...on, line }, 0);
}

/** A variable with the line that it is used in, where that is known: it may be set anew. */
type Used = On & { readonly line?: number };

function find(search: Search, file: RegisteringFile, used: Used, depth: number): readonly string[] {
  const { variable, scope } = used;
  if (depth > MOST_DEPTH) return [`${file.path}#?${variable}`];
  // Tools of Rust are those of a type, whatever holds a value of it; routes those of a variable, or of what a function gives.
  if (file.typeAt && scope === '' && !variable.endsWith('()')) return [`rust ${file.typeAt(variable)}`];
  if (/^(?:self|this)\./.test(variable)) return [`${file.path}#${scope}.${variable}`];
  return findInScopes(search, file, used, depth) ?? findImported(search, file, { variable, scope }, depth);
}

/** What makes the variable, or the function that is handed it, in the nearest scope. */
function findInScopes(
  search: Search,
  file: RegisteringFile,
  { variable, scope, line }: Used,
  depth: number,
): readonly string[] | null {
  for (const at of scopesOf(scope)) {
    const makers = file.facts.makers.filter((one) => one.variable === variable && one.scope === at);
    const made = makers.filter((one) => line === undefined || one.line <= line).at(-1) ?? makers[0];
    if (made) return [`${file.path}#${at}:${variable}${made === makers[0] ? '' : `@${made.line}`}`];
    const place = placeOfParameter(file, at, variable);
    if (place !== -1)
      return handedIn(search, `${file.path}#${at}`, place, depth) ?? [`${file.path}#${at}(${variable})`];
  }
  return null;
}

/** A variable whose content is not known is the same only in the same function. */
function findImported(
  search: Search,
  file: RegisteringFile,
  { variable, scope }: On,
  depth: number,
): readonly string[] {
  const target = file.imported(variable);
  if (target === null) return [`${file.path}#${scope}?${variable}`];
  const other = search.index.files.get(target.path);
  return other
    ? find(search, other, { variable: target.name, scope: '' }, depth + 1)
    : [`${target.path}#:${target.name}`];
}

/** What callers give for a parameter; null where nothing calls the function. */
function handedIn(search: Search, called: string, place: number, depth: number): string[] | null {
  const found = (search.sites.get(called) ?? []).flatMap((site) => {
    const given = site.arguments[place];
    return given === null || given === undefined
      ? []
      : find(search, site.file, { variable: given, scope: site.scope }, depth + 1);
  });
  return found.length === 0 ? null : [...new Set(found)];
}

/** `a.b.c`, `a.b`, `a`, ''. */
const scopesOf = (scope: string): string[] => {
  const parts = scope === '' ? [] : scope.split('.');
  return [...parts.keys()].map((i) => parts.slice(0, parts.length - i).join('.')).concat('');
};

const placeOfParameter = ({ facts }: RegisteringFile, scope: string, name: string): number =>
  facts.functions.find((one) => one.scope === scope)?.parameters.indexOf(name) ?? -1;

function callSites({ files }: RegistryIndex): ReadonlyMap<string, readonly CallSite[]> {
  const found = new Map<string, CallSite[]>();
  for (const file of files.values())
    for (const { callee, scope, arguments: given } of file.facts.passes) {
      const isOwn = file.facts.functions.some((one) => one.scope === callee);
      const target = isOwn ? { path: file.path, name: callee } : file.imported(callee);
      if (target === null) continue;
      const key = `${target.path}#${target.name}`;
      found.set(key, [...(found.get(key) ?? []), { file, scope, arguments: given }]);
    }
  return found;
}
