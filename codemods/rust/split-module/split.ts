import { heldExpansions } from '../../../analyzers/readings/rust/held-expansions.ts';
import { readMacroDefinitions } from '../../../analyzers/readings/rust/macro-definitions.ts';
import { type Piece, readSource, type Source } from '../../../analyzers/readings/rust/source.ts';
import type { ChangeSet, Edit } from '../../../src/core/change-set.ts';
import { EMPTY_CHANGE_SET } from '../../../src/core/change-set.ts';
import { hashOf } from '../../../src/core/hash.ts';
import type { Refusal } from '../../../src/core/refusal.ts';
import type { View } from '../../../src/workspace/view.ts';
import type { CodemodResult } from '../../define-codemod.ts';
import type { SplitOptions } from '../../split-options.ts';
import { assign, type Child, hasCalls, isMacroPart } from './assign.ts';
import { type ChildContext, writeChild, writeParts } from './child-parts.ts';
import type { Cut } from './cuts.ts';
import { type Audience, exposeMember, exposeUnit } from './exposure.ts';
import { closeGaps, commonPredicates, facadeInsertions } from './facade.ts';
import { facadeNotes } from './facade-notes.ts';
import { fileEdits } from './file-edits.ts';
import { globNeed, ownNames } from './glob-need.ts';
import { type Guards, predicatesOf, readGuards } from './guards.ts';
import { inlineFacadeEdits, writeInline } from './inline-module.ts';
import { type Layout, layoutOf } from './layout.ts';
import { licenceOf } from './licence.ts';
import { type MacroImport, macroImports } from './macro-imports.ts';
import { makeCuts } from './make-cuts.ts';
import { readMentions } from './mentions.ts';
import { readOtherFiles } from './other-files.ts';
import { pathEdits } from './path-edits.ts';
import { refuseNames, refuseUnits } from './refusals.ts';
import { refuse } from './refuse.ts';

/** The file stays the facade; each planned module becomes a file below it. */
export function splitModule(view: View, { path, plan, notes }: SplitOptions): CodemodResult {
  if (plan.modules.length === 0) return { status: 'changed', changeSet: EMPTY_CHANGE_SET, notes: [] };
  const at = { start: 0, end: 0 };
  const source = readSource(view, path);
  if (typeof source === 'string')
    return refused([refuse({ path }, 'P2', at, source, 'Name a Rust file that can be read.')]);
  const layout = layoutOf(view, path);
  if ('hazard' in layout) return refused([layout]);
  const { children, refusals } = assign(source, plan);
  refusals.push(
    ...refuseUnits(source, children, layout, heldExpansions(view, source), readMacroDefinitions(view, path)),
    ...refuseNames(view, source, children, layout),
  );
  if (refusals.length > 0) return refused(refusals);

  const guards = readGuards(source.syntax);
  const audience: Audience = {
    source,
    mentions: readMentions(source, children, guards),
    others: readOtherFiles(view, path, layout),
  };
  const cuts = makeCuts(source, children);
  const edits = editsByPiece(source, children, audience, layout);
  if (edits.refusals.length > 0) return refused(edits.refusals);
  const insertions = facadeInsertions(children, audience, layout, guards, leaving(cuts));
  if ('hazard' in insertions) return refused([insertions]);

  // Inner docs come first: the first item may begin where the file does.
  const facade: Edit[] = [...(notes ? [facadeNotes(source.text, plan, source.newline)] : []), ...insertions.edits];
  for (const cut of leaving(cuts)) facade.push({ ...cut, text: '', reason: 'moved' });
  for (const { inline } of children) if (inline) facade.push(...inlineFacadeEdits(source, inline));
  facade.push(...closeGaps(source, facade));
  const context: ChildContext = {
    source,
    cuts,
    editsOf: (piece) => edits.byPiece.get(piece) ?? [],
    carries: (block, child) => children.find(({ divided }) => divided.some((one) => one.block === block)) === child,
  };
  const changeSet: ChangeSet = {
    ...EMPTY_CHANGE_SET,
    base: [{ path, hash: hashOf(source.text), mode: view.file(path)?.mode ?? 0o644 }],
    edit: [
      {
        path,
        edits: withoutLastBlank(
          source,
          facade.sort((a, b) => a.start - b.start || a.end - b.end),
        ),
      },
    ],
    create: children.map((child) => ({
      path: `${layout.folder === '' ? '' : `${layout.folder}/`}${child.name}.rs`,
      mode: 0o644,
      parts: partsOf(child, context, audience, layout, guards, macroImports(view, source, child, layout, guards)),
    })),
  };
  return { status: 'changed', changeSet, notes: [] };
}

const refused = (refusals: readonly Refusal[]): CodemodResult => ({ status: 'refused', refusals });

/** What a macro expands to is read where it is called. */
const readUntil = ({ unit, item }: Piece): number => (unit.kind === 'macro' ? item.node : item.afterNode);

function editsByPiece(
  source: Source,
  children: readonly Child[],
  audience: Audience,
  layout: Layout,
): { byPiece: Map<Piece, Edit[]>; refusals: Refusal[] } {
  const byPiece = new Map<Piece, Edit[]>();
  const refusals: Refusal[] = [];
  for (const child of children) {
    const own = ownNames(child);
    const add = (piece: Piece, exposed: readonly Edit[]): void => {
      const { firstNode, afterNode } = piece.item;
      const files = fileEdits(source, firstNode, afterNode, layout.up);
      refusals.push(...files.refusals);
      byPiece.set(piece, [
        ...exposed,
        ...pathEdits(source.syntax, firstNode, readUntil(piece), (name) => own.has(name)),
        ...files.edits,
      ]);
    };
    for (const piece of child.whole) add(piece, exposeUnit(piece, child.name, audience));
    for (const { members } of child.divided)
      for (const piece of members) add(piece, exposeMember(piece, child.name, audience));
    if (child.inline)
      refusals.push(...fileEdits(source, child.inline.item.firstNode, child.inline.item.afterNode, layout.up).refusals);
  }
  return { byPiece, refusals };
}

/** A facade that ends with its own lines ends without the blank line that would part them from more. */
function withoutLastBlank({ text, newline }: Source, edits: readonly Edit[]): Edit[] {
  const last = edits.findLastIndex((edit) => edit.text !== '');
  const insertion = edits[last];
  if (!insertion?.text.endsWith(newline + newline)) return [...edits];
  let rest = '';
  let at = insertion.end;
  for (const edit of edits.slice(last + 1)) {
    rest += text.slice(at, edit.start);
    at = edit.end;
  }
  if ((rest + text.slice(at)).trim() !== '') return [...edits];
  return edits.with(last, { ...insertion, text: insertion.text.slice(0, -newline.length) });
}

/** Each cut once; those of a block that leaves with all its members are within its own. */
function leaving(cuts: ReadonlyMap<Piece, Cut>): { start: number; end: number }[] {
  return [...cuts]
    .filter(([piece]) => piece.parent === null || !cuts.has(piece.parent))
    .map(([, { start, end }]) => ({ start, end }));
}

function partsOf(
  child: Child,
  context: ChildContext,
  audience: Audience,
  layout: Layout,
  guards: Guards,
  macros: readonly MacroImport[],
): ChangeSet['create'][number]['parts'] {
  const { source } = context;
  const writer = writeParts(source);
  const licence = licenceOf(source);
  if (licence !== '') writer.say(licence, 'header');
  if (child.inline) {
    writeInline(writer, source, child.inline, layout);
    return writer.parts;
  }
  const always = macros.filter(({ need }) => need?.some((guard) => guard.length === 0));
  const imported = new Set(always.map(({ name }) => name));
  const need = isMacroPart(child)
    ? null
    : hasCalls(child)
      ? [[]]
      : globNeed(source, child, audience.mentions, guards, imported);
  const imports = [...(need === null ? [] : [{ name: '*', need }]), ...macros];
  if (imports.length > 0) {
    const common = commonPredicates(child, source, guards);
    const lines = imports.flatMap((one) => [
      ...predicatesOf(one.need, common)
        .filter((predicate) => !common.includes(predicate))
        .map((predicate) => `#[cfg(${predicate})]${source.newline}`),
      `use super::${one.name};${source.newline}`,
    ]);
    writer.say(lines.join('') + source.newline, 'import');
  }
  writeChild(writer, child, context);
  return writer.parts;
}
