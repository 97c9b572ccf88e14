import { dirOf } from '../../../analyzers/composition/resolve-path.ts';
import { compositionOf } from '../../../analyzers/composition/rust/facts.ts';
import type { FilledModule } from '../../../analyzers/composition/rust/filled-modules.ts';
import type { IncludedPart } from '../../../analyzers/composition/rust/included-parts.ts';
import { placeOf, type Spliced, spliceParts, staysInHost } from '../../../analyzers/composition/rust/splice-parts.ts';
import { readConstantNames } from '../../../analyzers/readings/rust/constant-names.ts';
import { readMacroDefinitions } from '../../../analyzers/readings/rust/macro-definitions.ts';
import { readSource, type Source } from '../../../analyzers/readings/rust/source.ts';
import { type ChangeSet, type Edit, EMPTY_CHANGE_SET } from '../../../src/core/change-set.ts';
import { by } from '../../../src/core/compare.ts';
import { hashOf } from '../../../src/core/hash.ts';
import { lineAt, lineStartsOf } from '../../../src/core/lines.ts';
import type { Refusal } from '../../../src/core/refusal.ts';
import { languageOf } from '../../../src/languages/language.ts';
import type { View } from '../../../src/workspace/view.ts';
import type { CodemodResult } from '../../define-codemod.ts';
import { type Audience, ownMembers } from '../split-module/audience.ts';
import { facadeImports } from '../split-module/facade-imports.ts';
import { formOf } from '../split-module/form.ts';
import { type Guards, readGuards } from '../split-module/guards.ts';
import type { Layout } from '../split-module/layout.ts';
import { readMentions } from '../split-module/mentions.ts';
import { type ModuleUse, readModuleNames } from '../split-module/module-names.ts';
import { readOtherFiles } from '../split-module/other-files.ts';
import { type ImportContext, partImports } from '../split-module/part-imports.ts';
import { readersOf } from '../split-module/readers-of.ts';
import { refuse } from '../split-module/refuse.ts';
import { type ChosenParts, chooseParts } from './choose-parts.ts';
import type { Conversion, ConvertOptions, PartModule } from './conversion.ts';
import { hostLayout } from './host.ts';
import { writeModuleFile } from './module-files.ts';
import { nameParts } from './name-parts.ts';
import { refuseFile, refuseNested, refusePieces } from './refuse-parts.ts';
import { writeHost } from './write-host.ts';
import { writePart } from './write-part.ts';

/** Each `include!` of a file becomes `mod x;` where it stands. The parts stay where they are; what shared one scope shares it still. */
export function includeToMod(view: View, { path }: ConvertOptions): CodemodResult {
  const start = { start: 0, end: 0 };
  const grammar = view.file(path)?.grammar;
  if (!grammar || languageOf(grammar) !== 'rust')
    return refused([refuse({ path }, 'P2', start, 'it is no Rust file', 'Name a Rust file that can be read.')]);
  const chosen = chooseParts(view, path);
  if (chosen.parts.length + chosen.filled.length === 0) {
    if (chosen.left.length > 0) return refused(chosen.left);
    return { status: 'changed', changeSet: EMPTY_CHANGE_SET, notes: [] };
  }
  const layout = hostLayout(view, path);
  if ('hazard' in layout) return refused([layout]);
  const spliced = spliceParts(view, path, chosen.spliced, layout.folder);
  const source = readSource(spliced.view, path);
  if (typeof source === 'string')
    return refused([refuse({ path }, 'P2', start, source, 'Name a file that can be read.')]);
  const named = nameParts(spliced.view, source, chosen.parts, layout);
  const modules = chosen.parts.map((part) => toModule(source, spliced, part, named.names.get(part.path) ?? ''));
  const refusals: Refusal[] = [
    ...named.refusals,
    ...chosen.parts.flatMap((part) => refuseFile(view, part, layout.folder)),
    ...chosen.filled.flatMap(({ part }) => refuseFile(view, part, dirOf(part.path))),
    ...refusePieces(
      source,
      readMacroDefinitions(spliced.view, path),
      modules.map(({ child }) => child),
      spliced.segments,
    ),
    ...refuseNested(modules, spliced.segments),
  ];
  if (refusals.length > 0) return refused(refusals);
  const changeSet = write(view, path, { source, spliced, layout, modules }, chosen.filled);
  return { status: 'changed', changeSet, notes: notesOf(view, path, chosen, modules) };
}

const refused = (refusals: readonly Refusal[]): CodemodResult => ({ status: 'refused', refusals });

function toModule(source: Source, { segments }: Spliced, part: IncludedPart, name: string): PartModule {
  const own = source.top.filter(({ unit }) => placeOf(segments, unit.body.start)?.segment.part === part.path);
  const staying = own.filter(({ item }) => staysInHost(source.syntax, item));
  // A private import stays with the part that it stands in.
  const hoisted = staying.filter(({ unit }) => unit.kind !== 'use' || !isPrivateUse(unit.visibility));
  return {
    part,
    hoisted,
    child: { name, whole: own.filter((one) => !staying.includes(one)), divided: [], inline: null },
  };
}

const isPrivateUse = (visibility: string): boolean => /^(?:|pub\s*\(\s*(?:in\s+)?self\s*\))$/.test(visibility);

type Prepared = Pick<Conversion, 'source' | 'spliced' | 'layout' | 'modules'>;

function write(view: View, path: string, prepared: Prepared, filled: readonly FilledModule[]): ChangeSet {
  const conversion = toConversion(view, path, prepared);
  const { modules, layout } = prepared;
  const edits = new Map<string, Edit[]>([[path, writeHost(conversion)]]);
  const written = [
    ...modules.map((module) => writePart(conversion, module)),
    ...filled.map((module) => writeModuleFile(view, path, layout.folder, module)),
  ];
  for (const one of written) for (const [file, own] of one) edits.set(file, [...(edits.get(file) ?? []), ...own]);
  const changed = [...edits].filter(([, own]) => own.length > 0);
  const base = changed.map(([file]) => ({ path: file, hash: hashOf(view.text(file)), mode: view.file(file)!.mode }));
  const edit = changed.map(([file, own]) => ({
    path: file,
    edits: own.sort((a, b) => a.start - b.start || a.end - b.end),
  }));
  return { ...EMPTY_CHANGE_SET, base, edit: edit.sort(by((one) => (one.path === path ? '' : one.path))) };
}

function toConversion(view: View, path: string, prepared: Prepared): Conversion {
  const { source, spliced, layout, modules } = prepared;
  const children = modules.map(({ child }) => child);
  const guards = guardsOf(source, spliced);
  const form = formOf(view, path);
  const audience: Audience = {
    source,
    mentions: readMentions(
      source,
      children,
      guards,
      readMacroDefinitions(spliced.view, path),
      readConstantNames(spliced.view, path),
    ),
    others: readOtherFiles(spliced.view, path, { ...layout, folder: seenBelow(view, layout, modules) }),
    members: ownMembers(source),
    parent: form.parent,
  };
  const context: ImportContext = {
    source,
    form,
    docOf: () => null,
    names: readModuleNames(spliced.view, source, children),
    audience,
    guards,
    layout,
    commonOf: (child) => modules.find((one) => one.child === child)?.part.cfg ?? [],
    isHidden: () => false,
  };
  const homeOf = ({ piece, isPrivate }: ModuleUse): PartModule | null => {
    const place = placeOf(spliced.segments, source.syntax.start[piece.item.node]!);
    return isPrivate ? (modules.find(({ part }) => part.path === place?.segment.part) ?? null) : null;
  };
  const imports = new Map(children.map((child) => [child, partImports(context, child)]));
  const host = facadeImports(context, { ...readersOf(imports), isHost: (use) => homeOf(use) === null });
  const byName = new Map([...imports].map(([{ name }, one]) => [name, one]));
  return { view, path, source, spliced, layout, context, modules, imports: byName, host, homeOf };
}

/** What stands around an offset, and around the `include!`s that brought it. */
function guardsOf(source: Source, { segments }: Spliced): Guards {
  const inner = readGuards(source.syntax);
  return {
    at: (offset) => {
      const outer = placeOf(segments, offset)?.segment.cfg ?? [];
      return outer.length === 0 ? inner.at(offset) : [...new Set([...outer, ...inner.at(offset)])].sort();
    },
  };
}

/** Files of the module's own children; a part in another folder has them there. */
const seenBelow = (view: View, { folder }: Layout, modules: readonly PartModule[]): string =>
  modules.some(
    ({ part }) =>
      !part.path.startsWith(folder === '' ? '' : `${folder}/`) && compositionOf(view, part.path).mods.length > 0,
  )
    ? ''
    : folder;

function notesOf(view: View, path: string, { left }: ChosenParts, modules: readonly PartModule[]): string[] {
  const starts = lineStartsOf(view.text(path));
  const stays = left.map(
    ({ hazard, start, why }) => `${path}:${lineAt(starts, start)} stays an include!: ${hazard}, ${why}`,
  );
  const tests = modules.flatMap(({ part, child }) => {
    const count = child.whole.filter(({ unit }) => unit.hazards.some(({ id }) => id === 'R30')).length;
    const inline = child.whole.filter(({ unit }) => unit.kind === 'mod').length;
    return count + inline > 0
      ? [`${part.path}: its items are now in the module \`${child.name}\`; the names of its tests get that segment`]
      : [];
  });
  return [...stays, ...tests];
}
