import { editionOf } from '../../../analyzers/readings/rust/edition-of.ts';
import { readSource, type Source } from '../../../analyzers/readings/rust/source.ts';
import { type ChangeSet, EMPTY_CHANGE_SET } from '../../../src/core/change-set.ts';
import { hashOf } from '../../../src/core/hash.ts';
import type { Refusal } from '../../../src/core/refusal.ts';
import { importedName, readUseTree } from '../../../src/languages/rust/use-tree.ts';
import type { View } from '../../../src/workspace/view.ts';
import { wordsOf } from '../../../src/workspace/words-of.ts';
import type { CodemodResult } from '../../define-codemod.ts';
import type { JoinOptions } from '../../join-options.ts';
import { refuse } from '../../refuse.ts';
import { formOf } from '../split-module/form.ts';
import { liftBody, ownOfFile, pathsThrough } from './lift-body.ts';
import { liftUses, memberNamed, scopeOf, type Wanted } from './lift-uses.ts';
import { type Member, partsIn, readFamily } from './read-family.ts';
import { facadeEdits } from './write-facade.ts';

const refused = (refusals: readonly Refusal[]): CodemodResult => ({ status: 'refused', refusals });

/** The reverse of a split: the units of the parts stand in the facade again, where their `mod` lines stood. */
export function joinModule(view: View, { path, parts }: JoinOptions): CodemodResult {
  const facade = readSource(view, path);
  if (typeof facade === 'string')
    return refused([refuse({ path }, 'P2', { start: 0, end: 0 }, facade, 'Name a Rust file that can be read.')]);
  const family = readFamily(view, facade, parts.length > 0 ? parts : partsIn(view, path));
  if (isRefusals(family)) return refused(family);
  if (family.length === 0) return { status: 'changed', changeSet: EMPTY_CHANGE_SET, notes: [] };
  const names = family.map(({ name }) => name);
  const refusals = [
    ...family.flatMap(({ source }) => [...ownOfFile(source), ...pathsThrough(source, names)]),
    ...pathsThrough(facade, names),
    ...doubledNames(facade, family),
    ...namedElsewhere(view, facade, family),
  ];
  if (refusals.length > 0) return refused(refusals);
  return join(view, facade, family);
}

const isRefusals = (found: readonly Member[] | readonly Refusal[]): found is readonly Refusal[] =>
  found.some((one) => 'hazard' in one);

function join(view: View, facade: Source, members: readonly Member[]): CodemodResult {
  const { path } = facade;
  const { style } = formOf(view, path);
  const scope = scopeOf(facade, members);
  const rooted = editionOf(view, path) === '2015' ? 'self' : '';
  const wanted: Wanted[] = [];
  const refusals: Refusal[] = [];
  for (const member of members) {
    const lifted = liftUses(member, members, { facade, scope, rooted });
    wanted.push(...lifted.wanted);
    refusals.push(...lifted.refusals);
  }
  const header = facade.text.slice(facade.outline.header.start, facade.outline.header.end);
  const home = { path, header, passed: passedNames(facade, members) };
  const bodies = new Map(members.map((member) => [member, liftBody(member, home)]));
  const edits = facadeEdits(facade, members, { bodies, wanted }, style);
  if (edits.some((one) => 'hazard' in one)) refusals.push(...(edits as Refusal[]));
  if (refusals.length > 0) return refused(refusals);
  const files = [facade, ...members.map(({ source }) => source)];
  const changeSet: ChangeSet = {
    ...EMPTY_CHANGE_SET,
    base: files.map((one) => ({ path: one.path, hash: hashOf(one.text), mode: view.file(one.path)!.mode })),
    edit: [{ path, edits: edits as Exclude<typeof edits, Refusal[]> }],
    delete: members.map((one) => ({ path: one.path })),
  };
  return { status: 'changed', changeSet, notes: [] };
}

/** Names of parts that the facade imports, with the audience that it gives them. */
const passedNames = ({ top, syntax }: Source, members: readonly Member[]): ReadonlyMap<string, string> =>
  new Map(
    top
      .filter(({ unit }) => unit.kind === 'use')
      .flatMap(({ unit, item }) =>
        readUseTree(syntax, item.node)
          .filter(({ segments }) => memberNamed(members, segments) !== null)
          .map((leaf): [string, string] => [importedName(leaf) ?? '', unit.visibility]),
      ),
  );

/** One name of one space that two of the files define. */
function doubledNames(facade: Source, members: readonly Member[]): Refusal[] {
  const seen = new Map<string, string>();
  return [facade, ...members.map(({ source }) => source)].flatMap((source) =>
    source.top.flatMap(({ unit }) =>
      unit.kind === 'use' || unit.kind === 'impl'
        ? []
        : unit.defines.flatMap(({ name, spaces }) =>
            spaces.flatMap((space): Refusal[] => {
              const first = seen.get(`${space} ${name}`);
              seen.set(`${space} ${name}`, source.path);
              if (first === undefined || first === source.path) return [];
              return [
                refuse(source, 'M2', unit, `\`${name}\` is defined in ${first} too`, 'Rename one of them first.'),
              ];
            }),
          ),
    ),
  );
}

/** Another file of the package that names a part by a path. */
function namedElsewhere(view: View, facade: Source, members: readonly Member[]): Refusal[] {
  const family = new Set([facade.path, ...members.map(({ path }) => path)]);
  const home = facade.path.replace(/[^/]*$/, '');
  return view.files
    .filter(
      (file) =>
        file.grammar === 'rust' && file.state === 'text' && !family.has(file.path) && file.path.startsWith(home),
    )
    .flatMap(({ path }) => {
      const words = wordsOf(view, path);
      return members.flatMap((member): Refusal[] => {
        if (!words.has(member.name)) return [];
        const isOwn = path.startsWith(member.path.replace(/(?:\/mod)?\.rs$/, '/'));
        const through = new RegExp(
          `\\b(?:super|self|${stemOf(facade.path)})\\s*::\\s*(?:\\{[^}]*\\b)?${member.name}\\s*::`,
        );
        const found = through.exec(view.text(path));
        if (!isOwn && !found) return [];
        const at = found?.index ?? 0;
        return [
          refuse({ path }, 'M1', { start: at, end: at }, `it names ${member.path}`, 'Let it name the facade first.'),
        ];
      });
    });
}

const stemOf = (path: string): string => {
  const parts = path.replace(/\.rs$/, '').split('/');
  const last = parts[parts.length - 1]!;
  return last === 'mod' ? (parts[parts.length - 2] ?? 'crate') : /^(?:lib|main)$/.test(last) ? 'crate' : last;
};
