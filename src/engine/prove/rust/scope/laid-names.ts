import { editionOf } from '../../../../../analyzers/readings/rust/edition-of.ts';
import { isInPrelude } from '../../../../../analyzers/readings/rust/edition-prelude.ts';
import { readMacroDefinitions } from '../../../../../analyzers/readings/rust/macro-definitions.ts';
import { isKeyword } from '../../../../languages/rust/plain-name.ts';
import { isPrimitive } from '../../../../languages/rust/shadowed-primitives.ts';
import type { View } from '../../../../workspace/view.ts';
import { asModuleBinding, holdersOf, type ModuleState, type Part, parentGlobs } from '../syntax/module-state.ts';
import type { DefinedName, Import } from '../syntax/part-scope.ts';
import { modLines, partsOf } from '../syntax/parts-of.ts';
import { editionsOf, lineOf, readState } from '../syntax/read-state.ts';
import { facadesOf } from '../syntax/spliced-facade.ts';

/** An import that is laid under a file for one build, to ask the compiler whether anything is read through it. */
export interface LaidImport {
  /** UTF-16 offset of the statement's attribute in the longer text, and behind its `;`. */
  readonly start: number;
  readonly end: number;
  /** As written, without attributes: `use super::*;`. */
  readonly shown: string;
  /** The predicates that it stands under, beside those of its file. */
  readonly cfg: readonly string[];
  /** False for one that nothing can read: a build that does not call it unused tells nothing. */
  readonly isAsked: boolean;
}

/** A file with imports laid under it. */
export interface LaidFile {
  readonly path: string;
  readonly text: string;
  readonly imports: readonly LaidImport[];
  /** It has a glob of its file: that rustc counts an import as read tells nothing, only that a name is another thing by it. */
  readonly hasSharedGlob: boolean;
}

/** What is laid under one file, before it has a place. */
type Laid = Pick<LaidImport, 'shown' | 'cfg' | 'isAsked'> & { readonly isSilent?: boolean };

/**
 * For each module that was divided its whole former namespace: the facade gets the imports that it no longer has, and the names of its parts
 * that it does not give on; each part sees all of that by `use super::*`. A glob is further away than what a file defines and imports, and
 * nearer than the prelude: a file that reads nothing through it reads the same as in the module.
 * @param paths changed Rust files that exist after the change
 */
export function laidNames(before: View, after: View, paths: readonly string[]): LaidFile[] {
  return facadesOf(before, after, paths).flatMap((facade) => {
    const mountable = new Set(paths.filter((path) => !facade.before.file(path)));
    const files = partsOf(after, facade.path, mountable);
    if (files.length < 2 || files.some(({ depth }) => depth > 1)) return [];
    const lines = modLines(after.syntax(facade.path), facade.path);
    const definitions = readMacroDefinitions(facade.before, facade.path);
    const syntaxOf = (path: string) => after.syntax(path);
    const [fromRoot = false] = editionsOf(facade.before, facade.path);
    const state = readState({ facade, fromRoot }, files, syntaxOf, { lines, definitions });
    const edition = editionOf(facade.before, facade.path);
    const isUsual = ({ binding, name }: Import): boolean =>
      binding.startsWith('::') && isInPrelude(binding.split('::').slice(1), edition) && binding.endsWith(`::${name}`);
    const place = { isUsual, fromRoot };
    return [
      laidUnder(state.facade, after, [control(state, lines), ...formerImports(state, place), ...namesOfParts(state)]),
      ...state.parts.map((part) => ({
        ...laidUnder(part, after, underPart(state, part, place)),
        hasSharedGlob: sharesGlob(state, part),
      })),
    ].filter(({ path, text, imports }) => imports.length > 0 || text !== after.text(path));
  });
}

interface NamePlace {
  /** An import of what every module of the edition has. */
  readonly isUsual: (one: Import) => boolean;
  /** Edition 2015 reads a path without prefix from the crate's root. */
  readonly fromRoot: boolean;
}

/** Nothing can read it: where the compiler does not call it unused, it calls nothing so. */
function control({ parts }: ModuleState, lines: ReturnType<typeof modLines>): Laid {
  const { file } = parts[0]!;
  return {
    shown: `use self::${written(file.name)} as __laid_under;`,
    cfg: lineOf(lines, file)?.cfg ?? [],
    isAsked: false,
  };
}

/** Imports that the module had and the facade no longer has. */
function formerImports(state: ModuleState, { isUsual }: NamePlace): Laid[] {
  const { earlier, facade } = state;
  const taken = new Set([
    ...facade.scope.imports.flatMap(({ name }) => name ?? []),
    ...facade.scope.defines.map(({ name }) => name),
  ]);
  return earlier.imports
    .filter((old) => !isUsual(old) && !isAsPrimitive(old))
    .filter((old) => (old.name === null ? !hasUnnamed(state, facade, old) : !taken.has(old.name)))
    .map((old) => ({ shown: useOf(old), cfg: old.cfg, isAsked: true }));
}

/**
 * `use std::str;`: rustc counts the import as read by every `&str` in its reach, which then falls back to the primitive. Paths through such a
 * name are compared by rung S.
 */
const isAsPrimitive = ({ name }: Import): boolean => name !== null && isPrimitive(name);

/** The same glob, or the same trait `as _`. */
const hasUnnamed = (state: ModuleState, { scope }: Part, old: Import): boolean =>
  scope.imports.some(
    (now) =>
      now.leaf.glob === old.leaf.glob && asModuleBinding(state, now.binding) === asModuleBinding(state, old.binding),
  );

/** What a part holds of the module's names, and the parent does not import; a private item is shown to it for the question. */
function namesOfParts(state: ModuleState): Laid[] {
  const { earlier, facade } = state;
  const known = new Set([
    ...facade.scope.imports.flatMap(({ name }) => name ?? []),
    ...facade.scope.defines.map(({ name }) => name),
  ]);
  const globs = new Set(facade.scope.imports.flatMap(({ leaf, binding }) => (leaf.glob ? [binding] : [])));
  const names = new Set(earlier.defines.filter(isImportable).map(({ name }) => name));
  return [...names]
    .filter((name) => !known.has(name))
    .flatMap((name) =>
      holdersOf(state, name).flatMap((part): Laid[] => {
        const held = part.scope.defines.filter((one) => one.name === name && isImportable(one));
        const isGiven = globs.has(`0::${part.file.name}::*`) && held.every(({ visibility }) => visibility !== '');
        // Which of several alternatives a build has is not asked.
        if (isGiven || (held.length > 1 && held.some(({ cfg }) => cfg.length > 0))) return [];
        const cfg = held.length === 1 ? [...held[0]!.cfg, ...part.outer] : [];
        return [{ shown: `use self::${written(part.file.name)}::${written(name)};`, cfg, isAsked: true }];
      }),
    );
}

const isImportable = ({ kind }: DefinedName): boolean =>
  !/^(?:macro|macro-call|extern-crate|extern-block|impl)$/.test(kind);

/** The text of a part in which its parent sees every item. */
function openedText({ scope: { syntax, defines } }: Part, text: string): string {
  const places = defines
    .filter((one) => one.visibility === '' && isImportable(one))
    .map(({ node }) => syntax.start[node]!)
    .filter((at) => OPENS.test(text.slice(at, at + 40)));
  return [...new Set(places)]
    .sort((a, b) => b - a)
    .reduce((opened, at) => `${opened.slice(0, at)}pub(super) ${opened.slice(at)}`, text);
}

const OPENS =
  /^(?:(?:const|async|unsafe|extern(?:\s+"[^"]*")?|safe)\s+)*(?:fn|struct|enum|union|const|static|type|trait|mod)\b/;

/** All of the module by a glob; what is the same by another way is named, so that it does not come by the glob. */
function underPart(state: ModuleState, part: Part, { isUsual, fromRoot }: NamePlace): Laid[] {
  const globs = parentGlobs(part);
  if (globs.some(({ cfg }) => cfg.length === 0)) return [];
  const own = new Set([
    ...part.scope.imports.flatMap(({ name }) => name ?? []),
    ...part.scope.defines.map(({ name }) => name),
  ]);
  const usual = [...state.earlier.imports, ...state.facade.scope.imports]
    .filter((one) => one.name !== null && !own.has(one.name) && isUsual(one))
    .map(useOf);
  const crates = state.isRoot
    ? state.facade.scope.defines
        .filter(({ kind, name }) => kind === 'extern-crate' && name !== '_' && name !== 'self' && !own.has(name))
        .map(({ name }) => `use ${fromRoot ? '' : '::'}${written(name)};`)
    : [];
  const primitives = state.facade.scope.imports
    .filter((one) => isAsPrimitive(one) && !own.has(one.name!))
    .map(({ name }) => `use super::${written(name!)};`);
  const cfg = globs.length === 0 ? [] : [`not(any(${globs.map((one) => allOf(one.cfg)).join(', ')}))`];
  return [
    { shown: 'use super::*;', cfg, isAsked: true },
    ...[...new Set([...usual, ...crates, ...primitives])].map((shown) => ({
      shown,
      cfg: [],
      isAsked: true,
      isSilent: true,
    })),
  ];
}

/** What comes by two globs rustc counts as read by either. */
const sharesGlob = (state: ModuleState, part: Part): boolean => {
  const inFile = [...state.facade.scope.imports, ...state.earlier.imports].filter(({ leaf }) => leaf.glob);
  const bindings = new Set(inFile.map(({ binding }) => asModuleBinding(state, binding)));
  return part.scope.imports.some(({ leaf, binding }) => leaf.glob && bindings.has(asModuleBinding(state, binding)));
};

const allOf = (cfg: readonly string[]): string => (cfg.length === 1 ? cfg[0]! : `all(${cfg.join(', ')})`);

function useOf({ leaf: { segments, glob, alias, self } }: Import): string {
  const path = segments.map(written).join('::');
  if (glob) return `use ${path === '' ? '' : `${path}::`}*;`;
  const as = alias === null ? '' : ` as ${written(alias)}`;
  return self ? `use ${path}::{self${as}};` : `use ${path}${as};`;
}

const PATH_WORDS = /^(?:self|super|crate|_|)$/;

const written = (name: string): string =>
  isKeyword(name) &&
  !PATH_WORDS.test(name) &&
  name !== 'union' &&
  name !== 'default' &&
  name !== 'auto' &&
  name !== 'raw'
    ? `r#${name}`
    : name;

/** The file's text with the imports behind it. Their own attributes make them warn, whatever the crate's level is. */
function laidUnder(part: Part, after: View, laid: readonly Laid[]): LaidFile {
  const { file } = part;
  let text = file.depth === 0 ? after.text(file.path) : openedText(part, after.text(file.path));
  if (laid.length > 0 && !text.endsWith('\n')) text += '\n';
  const imports = laid.map(({ shown, cfg, isAsked, isSilent }) => {
    const start = text.length;
    const level = isSilent ? 'allow' : 'warn';
    text += `${cfg.map((one) => `#[cfg(${one})] `).join('')}#[${level}(warnings, unused_imports)] ${shown}\n`;
    return { start, end: text.length - 1, shown, cfg, isAsked, isSilent };
  });
  return { path: file.path, text, imports: imports.filter(({ isSilent }) => !isSilent), hasSharedGlob: false };
}
