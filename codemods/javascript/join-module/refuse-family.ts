import { moduleOf } from '../../../analyzers/readings/javascript/module-paths.ts';
import { withoutComments } from '../../../analyzers/readings/javascript/without-comments.ts';
import type { Range } from '../../../src/core/range.ts';
import type { Refusal } from '../../../src/core/refusal.ts';
import type { View } from '../../../src/workspace/view.ts';
import { refuse } from '../../refuse.ts';
import type { Source } from '../split-module/source.ts';
import { type Family, isRenamed, type Member, passesOn } from './read-family.ts';

const START = { start: 0, end: 0 };

/** What stands in the way of a join that the text shows; [] where nothing does. */
export const refuseFamily = (view: View, family: Family): Refusal[] => [
  ...refuseLinks(family),
  ...family.members.flatMap(({ source }) => refusePart(family, source)),
  ...refuseNames(family),
  ...namedElsewhere(view, family),
];

function refuseLinks({ facade, links, members }: Family): Refusal[] {
  const sources = [facade, ...members.map((one) => one.source)];
  const common = sources.filter(({ form }) => form === 'commonjs');
  if (common.length > 0) return common.map((source) => refuse(source, 'M4', START, 'it is a CommonJS module', NAMED));
  const parts = new Set(members.map(({ source }) => source.path));
  const family = new Set([...parts, facade.path]);
  const renamed = [{ source: facade, links }, ...members].flatMap(({ source, links: own }) =>
    own.imports
      .filter(({ to }) => (source === facade ? parts : family).has(to))
      .filter(({ specifiers }) => specifiers.some(isRenamed))
      .map((one) => refuse(source, 'M4', one, `it imports ${one.to} whole or under another name`, NAMED)),
  );
  const passed = links.passed.filter(({ to }) => parts.has(to));
  return [...renamed, ...passed.flatMap((one) => refusePassed(facade, one))];
}

function refusePassed(facade: Source, { start, end, to, names }: Family['links']['passed'][number]): Refusal[] {
  const add = (why: string): Refusal[] => [refuse(facade, 'M4', { start, end }, why, NAMED)];
  if (names === null) return add(`it passes all names of ${to} on`);
  const other = names.find(({ name, as }) => name === 'default' && as !== 'default');
  return other ? add(`it passes the default export of ${to} on as \`${other.as}\``) : [];
}

const NAMED = 'Import or pass on what is needed name by name first.';

const PLACE = /\bimport\s*\(|\brequire\s*\(|\bimport\.meta\b|\b__(?:dir|file)name\b/;

function refusePart({ facade, links }: Family, source: Source): Refusal[] {
  const found: Refusal[] = [];
  const add = (place: Range, why: string): void => {
    found.push(refuse(source, 'M3', place, why, 'Take it away first, or leave the part where it is.'));
  };
  const directives = ({ module }: Source): string => module.directives.map(({ value }) => value).join();
  if (directives(source) !== directives(facade))
    add(START, 'it has other directives than the file that it goes back to');
  for (const one of [...source.module.exportLists, ...source.module.assignments])
    add(one, 'it exports by a list or an assignment');
  const code = withoutComments(source.syntax);
  for (const { unit } of source.pieces) {
    const text = code.slice(unit.body.start, unit.body.end);
    if (/^export\s+default\b/.test(text) && !passesOn(links, source.path, 'default'))
      add(unit.body, 'it has a default export');
    if (/^export\b[^;{]*(?:\{[^}]*\}|\*)\s*from\b/.test(text)) add(unit.body, 'it passes names of other modules on');
    const place = unit.kind === 'import' ? null : PLACE.exec(text);
    if (place) add(unit.body, `\`${place[0]}\` counts from the place of its file`);
  }
  return found;
}

/** What a module binds at its top level, imports aside. */
export const madeIn = ({ pieces }: Source): string[] =>
  pieces.filter(({ unit }) => unit.kind !== 'import').flatMap(({ unit }) => unit.defines.map(({ name }) => name));

function refuseNames({ facade, members }: Family): Refusal[] {
  const seen = new Map<string, string>();
  return [facade, ...members.map(({ source }: Member) => source)].flatMap((source) =>
    [...new Set(madeIn(source))].flatMap((name): Refusal[] => {
      const first = seen.get(name);
      if (first === undefined) seen.set(name, source.path);
      if (first === undefined || first === source.path) return [];
      return [refuse(source, 'M2', START, `\`${name}\` is made in ${first} too`, 'Rename one of them first.')];
    }),
  );
}

const QUOTED = /(['"`])(\.{1,2}\/[^'"`\n]*|[@\w][^'"`\n\s]*\/[^'"`\n\s]*)\1/g;

/** Another file names a part. */
function namedElsewhere(view: View, { facade, members }: Family): Refusal[] {
  const parts = new Set(members.map(({ source }) => source.path));
  const stems = [...parts].map((path) => path.slice(path.lastIndexOf('/') + 1).replace(/\..*$/, ''));
  return view.files
    .filter(
      (file) => file.grammar !== null && file.state === 'text' && file.path !== facade.path && !parts.has(file.path),
    )
    .filter((file) => /\.[cm]?[jt]sx?$/.test(file.path))
    .flatMap(({ path }): Refusal[] => {
      const text = view.text(path);
      if (!stems.some((stem) => text.includes(stem))) return [];
      return [...text.matchAll(QUOTED)]
        .filter(([, , name]) => parts.has(moduleOf(view, path, name!)))
        .map((match) =>
          refuse(
            { path },
            'M1',
            { start: match.index, end: match.index + match[0].length },
            `it names ${match[2]}`,
            `Let it import from ${facade.path} first.`,
          ),
        );
    });
}
