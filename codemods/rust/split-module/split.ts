import { readMacroDefinitions } from '../../../analyzers/readings/rust/macro-definitions.ts';
import { readSource, type Source } from '../../../analyzers/readings/rust/source.ts';
import { type ChangeSet, EMPTY_CHANGE_SET } from '../../../src/core/change-set.ts';
import { hashOf } from '../../../src/core/hash.ts';
import type { Refusal } from '../../../src/core/refusal.ts';
import type { View } from '../../../src/workspace/view.ts';
import type { CodemodResult } from '../../define-codemod.ts';
import type { SplitOptions } from '../../split-options.ts';
import { assign, type Part } from './assign.ts';
import { facadeEdits, isRefused } from './facade-edits.ts';
import { facadeImports } from './facade-imports.ts';
import { facadeNotes } from './facade-notes.ts';
import { heldUnits } from './held-units.ts';
import { writeInline } from './inline-module.ts';
import { type Layout, layoutOf } from './layout.ts';
import { licenceOf } from './licence.ts';
import { makeCuts } from './make-cuts.ts';
import type { ModuleUse } from './module-names.ts';
import type { ImportContext, PartImports } from './part-imports.ts';
import { type PartContext, writePart, writeParts } from './part-text.ts';
import { editsByPiece } from './piece-edits.ts';
import { readersOf } from './readers-of.ts';
import { refuseNames, refuseUnits } from './refusals.ts';
import { refuse } from './refuse.ts';
import { refuseLints } from './refuse-lints.ts';
import { contextOf, importsOf } from './split-context.ts';
import { importLines } from './write-imports.ts';

/** The file stays the facade; each planned module becomes a file below it. */
export function splitModule(view: View, options: SplitOptions): CodemodResult {
  const { path, plan } = options;
  if (plan.modules.length === 0) return { status: 'changed', changeSet: EMPTY_CHANGE_SET, notes: [] };
  const start = { start: 0, end: 0 };
  const source = readSource(view, path);
  if (typeof source === 'string')
    return refused([refuse({ path }, 'P2', start, source, 'Name a Rust file that can be read.')]);
  const layout = layoutOf(view, path);
  if ('hazard' in layout) return refused([layout]);
  const { parts, refusals } = assign(source, plan);
  refusals.push(
    ...refuseUnits(source, parts, layout, heldUnits(view, source), readMacroDefinitions(view, path)),
    ...refuseNames(view, source, parts, layout),
  );
  return refusals.length > 0 ? refused(refusals) : divide(view, options, source, parts, layout);
}

const refused = (refusals: readonly Refusal[]): CodemodResult => ({ status: 'refused', refusals });

function divide(
  view: View,
  { path, plan, notes }: SplitOptions,
  source: Source,
  parts: readonly Part[],
  layout: Layout,
): CodemodResult {
  const context = contextOf(view, source, parts, layout, plan);
  const cuts = makeCuts(source, parts);
  const pieces = editsByPiece(source, parts, context.audience, layout);
  const imports = new Map(parts.map((part) => [part, importsOf(view, context, part)]));
  const refusals = [...pieces.refusals, ...refuseLints(context, parts, imports, pieces.exposed)];
  if (refusals.length > 0) return refused(refusals);
  const kept = facadeImports(context, readersOf(imports));
  const first = notes ? [facadeNotes(source.text, plan, source.newline)] : [];
  const facade = facadeEdits(context, parts, cuts, kept, first);
  if (isRefused(facade)) return refused(facade);
  const writing: PartContext = {
    source,
    cuts,
    editsOf: (piece) => pieces.byPiece.get(piece) ?? [],
    carries: (block, part) => parts.find(({ divided }) => divided.some((one) => one.block === block)) === part,
  };
  const gone = new Set(kept.gone.keys());
  const changeSet: ChangeSet = {
    ...EMPTY_CHANGE_SET,
    base: [{ path, hash: hashOf(source.text), mode: view.file(path)?.mode ?? 0o644 }],
    edit: [{ path, edits: facade }],
    move: layout.facade === path ? [] : [{ from: path, to: layout.facade }],
    create: parts.map((part) => ({
      path: pathOf(layout, part),
      mode: 0o644,
      parts: partsOf(part, writing, context, imports.get(part)!, gone),
    })),
  };
  return {
    status: 'changed',
    changeSet,
    notes: [...globNotes(layout, imports), ...moveNotes(layout, path), ...headingNotes(source, parts)],
  };
}

const pathOf = ({ folder }: Layout, { name }: Part): string => `${folder === '' ? '' : `${folder}/`}${name}.rs`;

const moveNotes = ({ facade }: Layout, path: string): string[] =>
  facade === path ? [] : [`${path} becomes ${facade}: clippy::self_named_module_files is on`];

/** What stands above a divided block is a heading of rustdoc's page, and goes with one of its parts. */
function headingNotes({ syntax, path }: Source, parts: readonly Part[]): string[] {
  const blocks = new Set(parts.flatMap(({ divided }) => divided.map(({ block }) => block)));
  const documented = [...blocks].filter(({ item }) => /^\s*\/\/\/|#\[doc\b/m.test(headOf(syntax, item)));
  return documented.map(
    ({ unit }) =>
      `${path}: the docs above \`${unit.id}\` are a heading on rustdoc's page, and stay with only one of its parts`,
  );
}

const headOf = (syntax: Source['syntax'], { start, node }: Source['top'][number]['item']): string =>
  syntax.text.slice(start, syntax.start[node]);

const globNotes = (layout: Layout, imports: ReadonlyMap<Part, PartImports>): string[] =>
  [...imports].flatMap(([part, { glob }]) =>
    glob ? [`${pathOf(layout, part)} imports everything from its parent: ${glob.why}`] : [],
  );

function partsOf(
  part: Part,
  context: PartContext,
  { layout, form }: ImportContext,
  { entries }: PartImports,
  gone: ReadonlySet<ModuleUse>,
): ChangeSet['create'][number]['parts'] {
  const { source } = context;
  const writer = writeParts(source);
  const licence = licenceOf(source);
  if (licence !== '') writer.say(licence, 'header');
  if (part.inline) {
    writeInline(writer, source, part.inline, layout);
    return writer.parts;
  }
  const lines = importLines(entries, gone, form.style);
  if (lines.length > 0) writer.say(lines.map((line) => line + source.newline).join('') + source.newline, 'import');
  writePart(writer, part, context);
  return writer.parts;
}
