import type { Source } from '../../../analyzers/readings/python/source.ts';
import type { Edit } from '../../../src/core/change-set.ts';
import { byText } from '../../../src/core/compare.ts';
import { lineAt, lineStartsOf } from '../../../src/core/lines.ts';
import type { Plan } from '../../../src/core/plan.ts';
import type { Range } from '../../../src/core/range.ts';
import { cutReader } from '../../../src/languages/python/cut-reader.ts';
import type { CutSite } from '../../../src/languages/python/cut-sites.ts';
import { type Assignment, FACADE, ownerOf, type Place, unitsAt } from './assign.ts';
import type { Layout } from './layout.ts';
import type { Needs } from './parts.ts';
import { printFrom } from './print-import.ts';
import type { Refuse } from './refuse.ts';

/** A function that gets an import of what another part holds. */
export interface BodyCut {
  readonly site: CutSite;
  readonly name: string;
  readonly place: Place;
  readonly from: Place;
}

/** The plan's cuts that part two modules, function by function; refused where a read is not a function's own. */
export function bodyCuts(source: Source, assignment: Assignment, { cuts = [] }: Plan, refuse: Refuse): BodyCut[] {
  if (cuts.length === 0) return [];
  const { units } = source.outline;
  const read = cutReader(source.syntax, source.outline);
  const listed = new Set(cuts.map(({ unit, name }) => `${unit}\n${name}`));
  return cuts.flatMap(({ unit: id, name }): BodyCut[] => {
    const i = units.findIndex((unit) => unit.id === id);
    const place = assignment.place[i];
    const from = ownerOf(source, assignment, name);
    if (place === undefined || place === FACADE || from === null || from === FACADE || from === place) return [];
    const readers = unitsAt(source, assignment, place).filter(({ uses }) => uses.some((use) => use.name === name));
    // A part that needs the name while it is imported has it for all of its functions.
    if (readers.some((unit) => !listed.has(`${unit.id}\n${name}`))) return [];
    const answer = read(units[i]!, name);
    if ('sites' in answer) return answer.sites.map((site) => ({ site, name, place, from }));
    refuse(
      'H3',
      { start: answer.at, end: answer.at + name.length },
      `${name} cannot be imported by the functions of ${id} when they run: ${answer.why}`,
      'Take this cut out of the plan, or put both into one module.',
    );
    return [];
  });
}

/** What a part has to import at its top: all but what its functions import themselves. */
export const topNeeds = (needs: Needs, place: Place, cuts: readonly BodyCut[]): Needs => ({
  ...needs,
  taken: needs.taken.filter(({ name }) => !cuts.some((cut) => cut.place === place && cut.name === name)),
});

/** One line a function: what of its body changes. */
export function cutNotes(source: Source, layout: Layout, cuts: readonly BodyCut[]): string[] {
  const starts = lineStartsOf(source.text);
  return [...cuts]
    .sort((a, b) => a.site.at - b.site.at || byText(a.name, b.name))
    .map(
      ({ site, name, from }) =>
        `body change: ${site.function} (line ${lineAt(starts, site.at)}) imports ${name} from ${layout.parts[from]!.stem} when it runs`,
    );
}

/** The imports that go into the bodies below a range of the file. */
export function cutEdits(source: Source, layout: Layout, cuts: readonly BodyCut[], { start, end }: Range): Edit[] {
  const sites = new Map<string, { site: CutSite; from: Place; names: string[] }>();
  for (const { site, name, from } of cuts) {
    if (site.at < start || site.at >= end) continue;
    const key = `${site.at} ${from}`;
    const known = sites.get(key) ?? { site, from, names: [] };
    known.names.push(name);
    sites.set(key, known);
  }
  return [...sites.values()]
    .sort((a, b) => a.site.at - b.site.at || a.from - b.from)
    .map(({ site, from, names }): Edit => {
      const module = `${layout.prefix}${layout.parts[from]!.stem}`;
      const text =
        site.indent === null
          ? `from ${module} import ${names.sort(byText).join(', ')}; `
          : printFrom(module, names.sort(byText), source.width - site.indent.length)
              .map((line) => `${site.indent}${line}${source.newline}`)
              .join('');
      return { start: site.at, end: site.at, text, reason: 'cycle-break' };
    });
}
