import { compositionOf } from '../../../analyzers/composition/rust/facts.ts';
import { placeOf } from '../../../analyzers/composition/rust/splice-parts.ts';
import type { Edit } from '../../../src/core/change-set.ts';
import { type FacadeUse, modLines, reexportUses, useLines } from '../split-module/facade-lines.ts';
import { type Reexport, reexportsOf } from '../split-module/reexports.ts';
import { useEntries } from '../split-module/use-entries.ts';
import type { Conversion, PartModule } from './conversion.ts';
import { mountOf } from './mount-of.ts';

/** Each converted `include!` gives way to its `mod` line; imports that it shared and names that others read follow a run of them. */
export function writeHost(conversion: Conversion): Edit[] {
  const { view, path, source } = conversion;
  const text = view.text(path);
  const { newline } = source;
  const edits: Edit[] = ownUses(conversion);
  let rest: string[] = [];
  let uses: FacadeUse[] = [];
  conversion.modules.forEach((module, i) => {
    const { start, end } = module.part;
    edits.push({ start, end, text: mountLines(conversion, module).join(newline), reason: 'mod-line' });
    rest = [...rest, ...hoistedTexts(conversion, module)];
    uses = [...uses, ...sharedUses(conversion, module), ...reexports(conversion, module)];
    const line = /^[ \t]*(?:\/\/[^\r\n]*)?(?=\r?\n|$)/.exec(text.slice(end));
    const behind = line ? end + line[0].length : end;
    const next = conversion.modules[i + 1];
    if (rest.length + uses.length === 0 || (next && text.slice(behind, next.part.from).trim() === '')) return;
    edits.push({
      start: behind,
      end: behind,
      text: newline + newline + [...rest, ...useLines(uses, conversion.context.form.style)].join(newline),
      reason: 'facade',
    });
    rest = [];
    uses = [];
  });
  return edits;
}

function mountLines({ view, path, layout }: Conversion, { part, child }: PartModule): string[] {
  // Files of modules inside are looked for beside an included file, and in a folder of its name below a plain `mod`.
  const plain = !compositionOf(view, part.path).mods.some(({ inline }) => inline.length > 0);
  const mount = mountOf({ host: path, folder: layout.folder, name: child.name, part: part.path, plain });
  const macros = child.whole.some(({ unit }) => unit.kind === 'macro') ? ['#[macro_use]'] : [];
  return [...macros, ...modLines(child.name, mount === null ? [] : [mount], [])];
}

/** The text of what stays in this module, as it was read here before. */
const hoistedTexts = ({ source }: Conversion, { hoisted }: PartModule): string[] =>
  hoisted.map(({ unit }) => source.text.slice(unit.start, unit.end));

const EXPORTED = new Set(['macro', 'macro-call', 'impl']);

/** The host's own imports, without those that parts alone need. */
function ownUses({ host, spliced, path }: Conversion): Edit[] {
  return host.edits.map((edit) => {
    const place = placeOf(spliced.segments, edit.start);
    if (place?.path !== path) throw new TypeError('an import of the host stands in another file');
    // Blank lines behind it end where a part was spliced.
    return { ...edit, start: place.at, end: place.at + Math.min(edit.end, place.segment.end) - edit.start };
  });
}

/** Imports of a part that the host needs too. */
function sharedUses({ context, host, homeOf }: Conversion, module: PartModule): FacadeUse[] {
  return context.names.uses
    .filter((use) => homeOf(use) === module)
    .flatMap((use) => {
      const wanted = use.leaves.flatMap((leaf) =>
        host.needs.has(leaf) ? [{ leaf, need: host.needs.get(leaf)! }] : [],
      );
      return useEntries(use, wanted, []).map(({ tree, above }) => ({ head: 'use ', tree, above }));
    });
}

function reexports({ context: { audience, form }, layout }: Conversion, { part, child }: PartModule): FacadeUse[] {
  const nameable = child.whole.filter(
    ({ unit }) => !EXPORTED.has(unit.kind) && !unit.hazards.some(({ id }) => id === 'R30'),
  );
  const found = reexportsOf({ ...child, whole: nameable }, audience, layout).map(
    (one): Reexport => ({
      ...one,
      predicates: [...part.cfg, ...one.predicates.filter((predicate) => !part.cfg.includes(predicate))],
    }),
  );
  return reexportUses(child.name, found, { edition: layout.edition, form });
}
