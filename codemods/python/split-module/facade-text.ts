import type { Source } from '../../../analyzers/readings/python/source.ts';
import type { Plan } from '../../../src/core/plan.ts';
import type { Assignment, Place } from './assign.ts';
import type { FacadeKind } from './choose-facade.ts';
import { exportsOf, liveNames } from './exports.ts';
import type { Layout } from './layout.ts';
import { printFrom, printGuarded } from './print-import.ts';

/** Lines by which the facade takes every name back, in the order in which the parts have to run. */
export function reexportLines(
  source: Source,
  assignment: Assignment,
  layout: Layout,
  order: readonly Place[],
): string[] {
  return order.flatMap((place) => {
    const { stem } = layout.parts[place]!;
    const module = `${layout.prefix}${stem}`;
    const names = exportsOf(source, assignment, place);
    const sure = names.filter(({ certain }) => certain).map(({ name }) => `${name} as ${name}`);
    const unsure = names
      .filter(({ certain }) => !certain)
      .flatMap(({ name }) => printGuarded(module, `${name} as ${name}`));
    const first = sure.length > 0 ? printFrom(module, sure, source.width) : [importWhole(layout, stem)];
    return [...first, ...unsure];
  });
}

const importWhole = (layout: Layout, stem: string): string =>
  layout.prefix === '.' ? `from . import ${stem} as ${stem}` : `import ${stem} as ${stem}`;

/** Code that makes the module answer for what its parts hold; [] for a plain facade. */
export function deviceLines(
  source: Source,
  assignment: Assignment,
  layout: Layout,
  order: readonly Place[],
  kind: FacadeKind,
): string[] {
  if (kind === 'plain') return [];
  const live = order.flatMap((place) =>
    liveNames(source, assignment, place).map((name) => ({ name, stem: layout.parts[place]!.stem })),
  );
  const holders =
    kind === 'live' ? [...new Set(live.map(({ stem }) => stem))] : order.map((place) => layout.parts[place]!.stem);
  const free = freeNames(source);
  const lines = holders.map((stem) => importWhole(layout, stem));
  const table = free('_LIVE');
  if (live.length > 0)
    lines.push('', `${table} = {`, ...live.map(({ name, stem }) => `    "${name}": ${stem},`), '}', ...askLines(table));
  if (kind === 'write-through')
    lines.push(...writeThrough(free, holders, live.length > 0 ? table : null, source.width));
  return lines;
}

const askLines = (table: string): string[] => [
  '',
  '',
  'def __getattr__(name: str) -> object:',
  `    if name in ${table}:`,
  `        return getattr(${table}[name], name)`,
  '    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")',
  '',
  '',
  'def __dir__() -> list:',
  `    return sorted({*globals(), *${table}})`,
];

/** All parts see what is set on the module: they share one namespace for writes, as the one file did. */
function writeThrough(
  free: (name: string) => string,
  holders: readonly string[],
  table: string | null,
  width: number,
): string[] {
  const [parts, facade, sys, types] = ['_PARTS', '_Facade', '_sys', '_types'].map(free);
  const live = (call: string): string[] =>
    table === null ? [] : [`        if name in ${table}:`, `            ${call}`, '            return'];
  return [
    `import sys as ${sys}`,
    `import types as ${types}`,
    '',
    ...tupleOf(parts!, holders, width),
    '',
    '',
    `class ${facade}(${types}.ModuleType):`,
    '    def __setattr__(self, name: str, value: object) -> None:',
    ...live(`setattr(${table}[name], name, value)`),
    '        super().__setattr__(name, value)',
    '        if not (name.startswith("__") and name.endswith("__")):',
    `            for part in ${parts}:`,
    '                setattr(part, name, value)',
    '',
    '    def __delattr__(self, name: str) -> None:',
    ...live(`delattr(${table}[name], name)`),
    '        super().__delattr__(name)',
    '        if not (name.startswith("__") and name.endswith("__")):',
    `            for part in ${parts}:`,
    '                vars(part).pop(name, None)',
    '',
    '',
    `${sys}.modules[__name__].__class__ = ${facade}`,
  ];
}

function tupleOf(name: string, items: readonly string[], width: number): string[] {
  const flat = `${name} = (${items.join(', ')}${items.length === 1 ? ',' : ''})`;
  return flat.length <= width ? [flat] : [`${name} = (`, ...items.map((item) => `    ${item},`), ')'];
}

function freeNames(source: Source): (name: string) => string {
  const taken = new Set(
    source.outline.units.flatMap((unit) => [...unit.defines, ...unit.uses].map(({ name }) => name)),
  );
  return (name) => {
    let free = name;
    while (taken.has(free)) free += '_';
    return free;
  };
}

/** The plan's module map as a comment. */
export function noteLines(plan: Plan, layout: Layout): string[] {
  const lines = plan.modules.map(({ why }, place) => `#   ${layout.parts[place]!.stem}: ${why.replace(/\s+/g, ' ')}`);
  return ['# Parts of this module:', ...lines];
}
