import { nameOf, type Source } from '../../../analyzers/readings/python/source.ts';
import { type ChangeSet, EMPTY_CHANGE_SET } from '../../../src/core/change-set.ts';
import type { Refusal } from '../../../src/core/refusal.ts';
import type { Unit } from '../../../src/core/unit.ts';
import { readImports } from '../../../src/languages/python/read-imports.ts';
import type { View } from '../../../src/workspace/view.ts';
import { wordsOf } from '../../../src/workspace/words-of.ts';
import type { CodemodResult } from '../../define-codemod.ts';
import type { JoinOptions } from '../../join-options.ts';
import { refuse } from '../../refuse.ts';
import { replaceBetween } from '../../replace-between.ts';
import { deviceUnits, isDevice } from './devices.ts';
import { boundIn, liftPart } from './lift-part.ts';
import { type Family, guardsIn, leadsOf, partsIn, readFamily } from './read-family.ts';
import { refuseFamily } from './refuse-family.ts';
import { writeFacade } from './write-facade.ts';

const refused = (refusals: readonly Refusal[]): CodemodResult => ({ status: 'refused', refusals });

/** The reverse of a split: the statements of the parts stand in the facade again, where it imported them. */
export function joinModule(view: View, { path, parts }: JoinOptions): CodemodResult {
  const family = readFamily(view, path, parts.length > 0 ? parts : partsIn(view, path));
  if (!('facade' in family)) return refused(family);
  if (family.members.length === 0) return { status: 'changed', changeSet: EMPTY_CHANGE_SET, notes: [] };
  const refusals = [...refuseFamily(family), ...namedElsewhere(view, family)];
  if (refusals.length > 0) return refused(refusals);
  return join(family);
}

function join(family: Family): CodemodResult {
  const { facade, members } = family;
  const all = new Set(members.map(({ source }) => source.name.dotted));
  const gone = new Set(leadsOf(facade, all).map(({ statement }) => statement));
  const bound = boundIn(facade, gone);
  const devices = [...(family.others.length === 0 ? deviceUnits(family) : []), ...guardsIn(facade, all)];
  const own = new Set(
    [facade, ...members.map((one) => one.source)].flatMap((source) => definedIn(source, guardsIn(source, all))),
  );
  const known = new Set(bound.keys());
  const lifted = members.map((member) => ({ member, ...liftPart(member.source, all, bound, own) }));
  const refusals = [...lifted.flatMap((one) => one.refusals), ...importsReplaced(family, bound)];
  if (refusals.length > 0) return refused(refusals);
  const files = [facade, ...members.map(({ source }) => source)];
  const changeSet: ChangeSet = {
    ...EMPTY_CHANGE_SET,
    base: files.map(({ path, hash, mode }) => ({ path, hash, mode })),
    edit: [{ path: facade.path, edits: replaceBetween(facade.text, writeFacade(facade, gone, lifted, devices)) }],
    delete: members.map(({ source }) => ({ path: source.path })),
  };
  const gained = [...bound.keys()].filter((name) => !known.has(name));
  return { status: 'changed', changeSet, notes: starNotes(facade, gained) };
}

/**
 * What the file gains by imports that only parts had: somebody outside of the workspace may take all its names.
 * @param gained names as `Bound` holds them
 */
function starNotes({ path, outline }: Source, gained: readonly string[]): string[] {
  const isListed = outline.units.some(({ defines }) => defines.some(({ name }) => name === '__all__'));
  const names = new Set(gained.map((name) => name.split(' ')[0]!).filter((name) => !name.startsWith('_')));
  if (isListed || names.size === 0) return [];
  const what = names.size === 1 ? 'name' : 'names';
  return [
    `${path} has the ${what} ${[...names].join(', ')} now, by imports of its parts: a star import in another repository would bring them along`,
  ];
}

/** Names that the statements of a file bind, imports aside. */
const definedIn = (source: Source, guards: readonly Unit[]): string[] =>
  source.outline.units
    .filter((unit) => !IMPORTS.has(unit.kind) && !isDevice(source, unit) && !guards.includes(unit))
    .flatMap(({ defines }) => defines.map(({ name }) => name))
    .filter((name) => name !== '__parts__');

/** Units that bring names from elsewhere. */
const IMPORTS = new Set(['import', 'future-import', 'type-checking']);

/** A part makes what the facade imports under the same name from elsewhere. */
function importsReplaced({ members }: Family, bound: ReadonlyMap<string, string>): Refusal[] {
  return members.flatMap(({ source }) =>
    source.outline.units
      .filter(({ kind }) => !IMPORTS.has(kind))
      .flatMap((unit) =>
        unit.defines
          .filter(({ name }) => bound.has(name))
          .map(({ name }) =>
            refuse(
              source,
              'M2',
              unit.body,
              `\`${name}\` is made here, and imported from ${bound.get(name)} in the joined file`,
              'Rename one of them first.',
            ),
          ),
      ),
  );
}

/** Strings that are, or begin with, the name of a module. */
const quotedIn = (text: string, modules: readonly string[]): { start: number; end: number; dotted: string }[] =>
  modules.flatMap((dotted) =>
    [...text.matchAll(new RegExp(`["']${dotted.replaceAll('.', '\\.')}(?=[.:"'])`, 'g'))].map(({ index }) => ({
      start: index + 1,
      end: index + 1 + dotted.length,
      dotted,
    })),
  );

/** Another file imports a part, or names it in a string. */
function namedElsewhere(view: View, { facade, members }: Family): Refusal[] {
  const parts = new Map(members.map(({ source }) => [source.name.dotted, source.path]));
  const family = new Set([facade.path, ...parts.values()]);
  const stems = [...parts.keys()].map((dotted) => dotted.slice(dotted.lastIndexOf('.') + 1));
  return view.files
    .filter((file) => file.grammar === 'python' && file.state === 'text' && !family.has(file.path))
    .flatMap(({ path }): Refusal[] => {
      const words = wordsOf(view, path);
      if (!stems.some((stem) => words.has(stem))) return [];
      const leads = leadsOf(
        { imports: readImports(view.syntax(path)), name: nameOf(view, path) },
        new Set(parts.keys()),
      );
      const whatToDo = /(?:^|\/)setup\.py$/.test(path)
        ? 'Take it out of that list first: its file goes with the join.'
        : `Let it name ${facade.name.dotted} first.`;
      return [
        ...leads.map(({ statement, to }) => refuse({ path }, 'M1', statement, `it imports ${to}`, whatToDo)),
        ...quotedIn(view.text(path), [...parts.keys()]).map(({ start, end, dotted }) =>
          refuse({ path }, 'M1', { start, end }, `it names ${dotted} in a string`, whatToDo),
        ),
      ];
    });
}
