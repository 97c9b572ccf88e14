import type { Source } from '../../../analyzers/readings/python/source.ts';
import type { Range } from '../../../src/core/range.ts';
import type { Refusal } from '../../../src/core/refusal.ts';
import { readPreamble } from '../../../src/languages/python/read-preamble.ts';
import { refuse } from '../../refuse.ts';
import { isDevice } from './devices.ts';
import {
  type Family,
  guardOf,
  guardsIn,
  isForCheckers,
  isPlain,
  type Lead,
  leadsOf,
  type Member,
} from './read-family.ts';

/** What stands in the way of a join that the text shows; [] where nothing does. */
export const refuseFamily = (family: Family): Refusal[] => [
  ...refuseLeads(family),
  ...family.members.flatMap(({ source }) => refusePart(family.facade, source)),
  ...refuseDevices(family),
  ...refuseNames(family),
];

/** The facade and the parts take what they need from one another name by name, under the names that it has. */
function refuseLeads({ facade, members }: Family): Refusal[] {
  const parts = new Set(members.map(({ source }) => source.name.dotted));
  const sources = members.map(({ source }) => source);
  const taken = [facade, ...sources].flatMap((source) =>
    leadsOf(source, parts).flatMap((lead): Refusal[] => {
      const why = whyNotTaken(source, lead);
      return why === null ? [] : [refuse(source, 'M4', lead.statement, why, TAKE)];
    }),
  );
  const own = facade.name.dotted;
  const back = sources.flatMap((source) =>
    leadsOf(source, new Set([own])).map(({ statement }) =>
      refuse(
        source,
        'M6',
        statement,
        `it imports from ${own}, which it goes back to`,
        'Import the name from where it is made first.',
      ),
    ),
  );
  return [...taken, ...back];
}

/** Why an import does not take names of a part under the names that they have; null where it does. */
function whyNotTaken(source: Source, { statement, to, names }: Lead): string | null {
  if (isForCheckers(source, statement)) return null;
  if (!isPlain(statement) && !guardOf(source, statement)) return `it imports ${to} on some paths only`;
  if (statement.star) return `it imports all names of ${to}`;
  if (names === null) return usesModule(source, statement, to);
  const renamed = names.find(({ name, alias }) => alias !== null && alias !== name);
  return renamed ? `it takes \`${renamed.name}\` under another name` : null;
}

const TAKE = 'Import what is needed name by name first.';

/** `from . import _a as _a` only loads the part; null where nothing reads that name. */
function usesModule(source: Source, { start, end }: Range, to: string): string | null {
  const { outline } = source;
  const name = to.slice(to.lastIndexOf('.') + 1);
  const reader = outline.units.find(
    (unit) =>
      (unit.start < start || unit.end > end) && !isDevice(source, unit) && unit.uses.some((use) => use.name === name),
  );
  return reader ? `\`${reader.id}\` reads the module ${to} itself` : null;
}

const FUTURES = /[\s()]+/g;

const futuresOf = ({ syntax, text }: Source): string =>
  readPreamble(syntax)
    .futures.map(({ start, end }) => text.slice(start, end).replace(FUTURES, ' '))
    .sort()
    .join();

function refusePart(facade: Source, source: Source): Refusal[] {
  const { docstring } = readPreamble(source.syntax);
  const found: Refusal[] = [];
  const add = (place: Range, why: string): void => {
    found.push(refuse(source, 'M3', place, why, 'Take it away first, or leave the part where it is.'));
  };
  if (docstring) add(docstring, 'its docstring is the module’s own'.replace('’', "'"));
  if (futuresOf(source) !== futuresOf(facade))
    add({ start: 0, end: 0 }, 'it has other `__future__` imports than the file that it goes back to');
  for (const unit of source.outline.units)
    if (unit.defines.some(({ name }) => name === '__all__')) add(unit.body, 'it has an `__all__` of its own');
  for (const line of headerOf(source))
    if (!facade.text.includes(line)) add({ start: 0, end: 0 }, `its first comments differ from the facade's: ${line}`);
  if (source.name.package !== facade.name.package)
    add({ start: 0, end: 0 }, 'its relative imports begin in another package');
  return found;
}

const headerOf = ({ text, outline }: Source): string[] =>
  text
    .slice(outline.header.start, outline.header.end)
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** What hands reads and writes to parts has nothing to hand them to without one of them. */
function refuseDevices({ facade, members, others }: Family): Refusal[] {
  const device = others.length === 0 ? undefined : facade.outline.units.find((unit) => isDevice(facade, unit));
  if (!device) return [];
  const why = `it hands reads and writes of its names to its parts, also to ${others[0]}`;
  return [refuse(facade, 'M4', device.body, why, `Join all ${members.length + others.length} parts at once.`)];
}

/** Names that two of the files bind to different things. */
function refuseNames({ facade, members }: Family): Refusal[] {
  const seen = new Map<string, string>();
  const parts = new Set(members.map(({ source }) => source.name.dotted));
  return [facade, ...members.map(({ source }: Member) => source)].flatMap((source) => {
    const guards = guardsIn(source, parts);
    return source.outline.units
      .filter((unit) => !IMPORTS.has(unit.kind) && !isDevice(source, unit) && !guards.includes(unit))
      .flatMap((unit) =>
        unit.defines.flatMap(({ name }): Refusal[] => {
          const first = seen.get(name);
          if (first === undefined) seen.set(name, source.path);
          if (first === undefined || first === source.path || name === '__parts__') return [];
          return [refuse(source, 'M2', unit.body, `\`${name}\` is bound in ${first} too`, 'Rename one of them first.')];
        }),
      );
  });
}

const IMPORTS = new Set(['import', 'future-import', 'type-checking', 'docstring']);
