import type { BodyMod, MacroRules } from '../../../src/languages/rust/composition/forwarding.ts';
import { type PathValue, readPathValue } from '../../../src/languages/rust/composition/path-value.ts';
import { isTestOnly } from '../../../src/languages/rust/composition/surroundings.ts';
import type { CallSite, IncludeKind, ModSite, RustComposition } from '../../../src/languages/rust/composition-fact.ts';
import type { View } from '../../../src/workspace/view.ts';
import type { Splice } from '../composition.ts';
import { dirOf, joinPath } from '../resolve-path.ts';
import { expandCall } from './expand-calls.ts';

/** How a file was reached; rustc's own state: the folder, and the name of a file module whose children lie in a folder of that name. */
export interface Context {
  readonly path: string;
  readonly dir: string;
  readonly relative: string | null;
  readonly manifestDir: string | null;
  readonly test: boolean;
}

export interface Reference {
  readonly splice: Splice;
  readonly targets: readonly string[];
  /** Files to go on with. `segments` are the module names below the referring module; null for text spliced into it. */
  readonly mounts: readonly { readonly context: Context; readonly segments: readonly string[] | null }[];
}

/** What a file names, in source order of each sort: modules, includes, includes through local macros. */
export function referencesOf(
  view: View,
  facts: RustComposition,
  context: Context,
  macros: ReadonlyMap<string, readonly MacroRules[]>,
): Reference[] {
  const test = context.test || facts.cfg.some(isTestOnly);
  const inFile = { ...context, test };
  const references: Reference[] = [];
  for (const site of facts.mods) {
    const reference = modReference(view, site, inFile);
    if (reference) references.push(reference);
  }
  for (const site of facts.includes)
    references.push(
      includeReference(view, site, { kind: site.name, value: readPathValue(site.tokens), forwarded: false }, inFile),
    );
  for (const site of facts.calls) {
    if (!macros.has(site.name)) continue;
    const { includes, mods } = expandCall(site, macros);
    for (const { kind, tokens } of includes)
      references.push(includeReference(view, site, { kind, value: readPathValue(tokens), forwarded: true }, inFile));
    for (const mod of mods) {
      const reference = modReference(view, expandedMod(site, mod), inFile);
      if (reference) references.push(reference);
    }
  }
  return references;
}

const expandedMod = (site: CallSite, { name, path, inline }: BodyMod): ModSite => ({
  ...site,
  position: 'macro-body',
  name,
  paths: path === null ? [] : [{ path, cfg: null }],
  inline: [...site.inline, ...inline.map((inner) => ({ name: inner, paths: [] }))],
});

function modReference(view: View, site: ModSite, context: Context): Reference | null {
  const looked = inlineFolders(site, context).map((folder) => filesOf(view, site, folder));
  const found = looked.flatMap((one) => one.found);
  const tried = looked.flatMap((one) => one.tried);
  // Tokens of a macro call that look like `mod x;` may be no module at all.
  if (found.length === 0 && site.position === 'macro-body') return null;
  const targets = found.map(({ path }) => path);
  const segments = [...site.inline.map(({ name }) => name), site.name];
  return {
    splice: {
      ...placeOf(site, context),
      kind: site.paths.length > 0 ? 'path' : 'mod',
      form: site.paths.length > 0 ? 'literal' : 'implicit',
      targets,
      unresolved: targets.length > 0 ? null : `no such file: ${tried.join(' or ')}`,
    },
    targets,
    mounts: found.map(({ path, byName }) => ({
      segments,
      context: {
        ...context,
        test: context.test || site.test,
        path,
        dir: dirOf(path),
        relative: byName ? site.name : null,
      },
    })),
  };
}

interface Folder {
  readonly dir: string;
  readonly relative: string | null;
}

/** The files of a module below one folder: by each of its paths, and by its name where no path is sure. */
function filesOf(view: View, site: ModSite, folder: Folder) {
  const found: { path: string; byName: boolean }[] = [];
  const tried: string[] = [];
  for (const { path } of site.paths) {
    const target = joinPath(folder.dir, path);
    tried.push(target ?? path);
    if (target !== null && view.file(target)?.state === 'text') found.push({ path: target, byName: false });
  }
  if (site.paths.some(({ cfg }) => cfg === null) || (site.paths.length > 0 && site.position === 'statement'))
    return { found, tried };
  const base = folder.relative === null ? folder.dir : joinPath(folder.dir, folder.relative)!;
  for (const [name, byName] of [
    [`${site.name}.rs`, true],
    [`${site.name}/mod.rs`, false],
  ] as const) {
    const target = joinPath(base, name)!;
    if (site.paths.length === 0) tried.push(target);
    if (view.file(target)?.state !== 'text') continue;
    found.push({ path: target, byName });
    break;
  }
  return { found, tried };
}

// rustc_expand's mod_dir_path: an inline module adds its name, behind that of a file module; its `#[path]` replaces both.
function inlineFolders(site: ModSite, context: Context): readonly Folder[] {
  return site.inline.reduce<readonly Folder[]>(
    (folders, { name, paths }) =>
      folders.flatMap(({ dir, relative }): Folder[] => {
        const named = joinPath(dir, relative === null ? name : `${relative}/${name}`)!;
        const isSure = paths.some(({ cfg }) => cfg === null);
        const placed = paths.map(({ path }) => joinPath(dir, path) ?? dir);
        return [...placed, ...(isSure ? [] : [named])].map((one) => ({ dir: one, relative: null }));
      }),
    [{ dir: context.dir, relative: context.relative }],
  );
}

function includeReference(
  view: View,
  site: CallSite,
  { kind, value, forwarded }: { readonly kind: IncludeKind; readonly value: PathValue; readonly forwarded: boolean },
  context: Context,
): Reference {
  const target = targetOf(value, context);
  const exists = target !== null && view.file(target) !== undefined;
  const targets = exists ? [target] : [];
  const readable = exists && view.file(target)!.state === 'text';
  return {
    splice: {
      ...placeOf(site, context),
      kind,
      form: forwarded ? 'macro-forwarded' : formOf(value),
      targets,
      unresolved: exists ? null : reasonFor(value, target),
    },
    targets,
    mounts:
      kind === 'include' && readable
        ? [
            {
              segments: null,
              context: {
                ...context,
                test: context.test || site.test,
                path: target,
                dir: dirOf(target),
                relative: null,
              },
            },
          ]
        : [],
  };
}

/** The file that the argument of an include names, relative to the workspace; null for a generated, computed or outside one. */
export function targetOf(value: PathValue, context: Pick<Context, 'path' | 'manifestDir'>): string | null {
  if (value.base === 'file') return joinPath(dirOf(context.path), value.text);
  // The folder and the text are joined without a slash, as `concat!` does.
  if (value.base === 'manifest' && context.manifestDir !== null && value.text.startsWith('/'))
    return joinPath(context.manifestDir, value.text.slice(1));
  return null;
}

function formOf(value: PathValue): Splice['form'] {
  if (value.base === 'manifest') return 'concat-env';
  if (value.base === 'out-dir') return 'out-dir';
  return value.base === 'file' ? 'literal' : 'unknown';
}

function reasonFor(value: PathValue, target: string | null): string {
  if (value.base === 'out-dir') return 'generated at build time';
  if (value.base === 'unknown') return `the path is computed by ${value.text.slice(0, 80)}`;
  return target === null ? `outside of the workspace: ${value.text}` : `no such file: ${target}`;
}

function placeOf(
  site: ModSite | CallSite,
  context: Context,
): Pick<Splice, 'path' | 'line' | 'start' | 'end' | 'position' | 'test' | 'cfg'> {
  const { line, start, end, position, cfg } = site;
  return { path: context.path, line, start, end, position, test: context.test || site.test, cfg };
}
