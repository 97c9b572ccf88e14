import type { Source } from '../../../analyzers/readings/python/source.ts';
import type { Plan } from '../../../src/core/plan.ts';
import type { Assignment, Place } from './assign.ts';
import type { FacadeKind } from './choose-facade.ts';
import { declarations } from './declare-again.ts';
import { exportsOf, liveNames } from './exports.ts';
import { deviceLines } from './facade-devices.ts';
import { freeNames } from './free-names.ts';
import { partsLine } from './identity.ts';
import type { Layout } from './layout.ts';
import { printFrom, printGuarded } from './print-import.ts';
import { renewLines } from './renew-parts.ts';

/** How the facade provides its names, and what else it does for its parts. */
export interface FacadeForm {
  readonly kind: FacadeKind;
  /** The file can be run as a program. */
  readonly program: boolean;
  /** It has its parts run again whenever it runs itself. */
  readonly renewed: boolean;
}

/** The lines by which the facade imports every name and provides what its parts rebind, in groups with a blank line between. */
export function facadeBlock(
  source: Source,
  assignment: Assignment,
  layout: Layout,
  order: readonly Place[],
  { kind, program, renewed }: FacadeForm,
): string[] {
  const declared = declarations(source, assignment, layout);
  const taken = new Set(declared.map(({ name }) => name));
  const live = liveIn(source, assignment, layout, order);
  const free = freeNames(source);
  const holders = new Set([
    ...declared.filter(({ line }) => line.includes(' = ')).map(({ place }) => layout.parts[place]!.stem),
    ...live.map(({ stem }) => stem),
    ...(kind === 'write-through' ? order.map((place) => layout.parts[place]!.stem) : []),
  ]);
  const stems = order.map((place) => layout.parts[place]!.stem).filter((stem) => holders.has(stem));
  const device = deviceLines({ live, kind, stems, width: source.width }, free);
  const shown = live.filter(({ name }) => !taken.has(name));
  const typing = free('_typing');
  const back = reexportLines(source, assignment, layout, order, taken);
  const whole = stems.map((stem) => importWhole(layout, stem)).filter((line) => !back.includes(line));
  const again = renewed ? renewLines(source, layout, order, free) : null;
  const imports = device.imports.filter((line) => again === null || !again.imports.includes(line));
  const groups = [
    program ? [partsLine(source)] : [],
    again?.imports ?? [],
    again?.lines ?? [],
    back,
    [...whole, ...imports, ...(shown.length > 0 ? [`import typing as ${typing}`] : [])],
    shown.length > 0
      ? [`if ${typing}.TYPE_CHECKING:`, ...shown.map(({ name, stem }) => `    ${seen(layout, stem, name)}`)]
      : [],
    device.lines,
  ];
  return groups.filter((group) => group.length > 0).flatMap((group, i) => (i === 0 ? group : ['', ...group]));
}

/** Names that parts rebind, with the part that each is read from. */
const liveIn = (source: Source, assignment: Assignment, layout: Layout, order: readonly Place[]) =>
  order.flatMap((place) =>
    liveNames(source, assignment, place).map((name) => ({ name, stem: layout.parts[place]!.stem })),
  );

/** What type checkers see of a name that the facade only looks up in a part. */
const seen = (layout: Layout, stem: string, name: string): string =>
  `from ${layout.prefix}${stem} import ${name} as ${name}`;

/** Lines by which the facade imports every name, in the order in which the parts have to run; not those that it declares itself. */
function reexportLines(
  source: Source,
  assignment: Assignment,
  layout: Layout,
  order: readonly Place[],
  declared: ReadonlySet<string>,
): string[] {
  return order.flatMap((place) => {
    const { stem } = layout.parts[place]!;
    const module = `${layout.prefix}${stem}`;
    const names = exportsOf(source, assignment, place).filter(({ name }) => !declared.has(name));
    const sure = names.filter(({ certain }) => certain).map(({ name }) => `${name} as ${name}`);
    const unsure = names
      .filter(({ certain }) => !certain)
      .flatMap(({ name }) => printGuarded(module, `${name} as ${name}`));
    const first = sure.length > 0 ? printFrom(module, sure, source.width) : [importWhole(layout, stem)];
    return [...first, ...unsure];
  });
}

function importWhole({ prefix }: Layout, stem: string): string {
  if (prefix === '') return `import ${stem} as ${stem}`;
  return `from ${prefix === '.' ? prefix : prefix.slice(0, -1)} import ${stem} as ${stem}`;
}

/** The plan's module map as a comment. */
export function noteLines(plan: Plan, layout: Layout): string[] {
  const lines = plan.modules.map(({ why }, place) => `#   ${layout.parts[place]!.stem}: ${why.replace(/\s+/g, ' ')}`);
  return ['# Parts of this module:', ...lines];
}
