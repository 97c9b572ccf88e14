import { type ChangeSet, EMPTY_CHANGE_SET } from '../../../src/core/change-set.ts';
import { hashOf } from '../../../src/core/hash.ts';
import type { Range } from '../../../src/core/range.ts';
import type { Refusal } from '../../../src/core/refusal.ts';
import type { View } from '../../../src/workspace/view.ts';
import type { CodemodResult } from '../../define-codemod.ts';
import type { JoinOptions } from '../../join-options.ts';
import { replaceBetween } from '../../replace-between.ts';
import { type Style, styleOf } from '../split-module/style.ts';
import { boundIn, type Lifted, liftPart } from './lift-part.ts';
import { type Family, partsIn, readFamily } from './read-family.ts';
import { madeIn, refuseFamily } from './refuse-family.ts';

const refused = (refusals: readonly Refusal[]): CodemodResult => ({ status: 'refused', refusals });

/** The reverse of a split: the statements of the parts stand in the facade again, behind its imports. */
export function joinModule(view: View, { path, parts }: JoinOptions): CodemodResult {
  const family = readFamily(view, path, parts.length > 0 ? parts : partsIn(view, path));
  if (!('facade' in family)) return refused(family);
  if (family.members.length === 0) return { status: 'changed', changeSet: EMPTY_CHANGE_SET, notes: [] };
  const refusals = refuseFamily(view, family);
  return refusals.length > 0 ? refused(refusals) : join(view, family);
}

function join(view: View, family: Family): CodemodResult {
  const { facade, members } = family;
  const bound = boundIn(family);
  const own = new Set([facade, ...members.map(({ source }) => source)].flatMap(madeIn));
  const style = styleOf(view, facade);
  const lifted = members.map((member) => liftPart(family, member, bound, own, style));
  const refusals = lifted.flatMap((one) => one.refusals);
  if (refusals.length > 0) return refused(refusals);
  const files = [facade, ...members.map(({ source }) => source)];
  const changeSet: ChangeSet = {
    ...EMPTY_CHANGE_SET,
    base: files.map((one) => ({ path: one.path, hash: hashOf(one.text), mode: view.file(one.path)!.mode })),
    edit: [{ path: facade.path, edits: replaceBetween(facade.text, facadeText(family, style, lifted)) }],
    delete: members.map(({ source }) => ({ path: source.path })),
  };
  return { status: 'changed', changeSet, notes: [] };
}

/**
 * What leads to parts leaves the facade. Their imports stand in its place, so that modules are loaded in the order in which they were, and
 * their statements behind the head.
 */
function facadeText(family: Family, style: Style, lifted: readonly Lifted[]): string {
  const { facade, links, members } = family;
  const { text, newline, pieces, outline } = facade;
  const parts = new Set(members.map(({ source }) => source.path));
  const linking = [...links.imports, ...links.passed];
  const leaves = (start: number, end: number): boolean =>
    linking.some((one) => parts.has(one.to) && start <= one.start && one.end <= end);
  const isLink = (start: number, end: number): boolean => linking.some((one) => start <= one.start && one.end <= end);
  const broughtBy = ({ start, end }: Range): string =>
    importsFrom(family, lifted, (at) => start <= at && at < end)
      .map((one) => `${one}${newline}`)
      .join('');
  const directives = pieces.filter(({ unit }) => unit.kind === 'directive');
  let head = directives[directives.length - 1]?.unit.end ?? outline.header.end;
  for (const { unit, cut } of pieces.slice(directives.length)) {
    if (!isLink(unit.start, unit.end)) break;
    head = cut.end;
  }
  let [above, below] = ['', ''];
  let at = 0;
  for (const { unit, cut } of pieces) {
    if (!leaves(unit.start, unit.end)) continue;
    const line = { start: cut.start, end: lineEnd(text, unit.end) };
    if (cut.start < head) above += text.slice(at, line.start) + broughtBy(unit);
    else below += text.slice(Math.max(at, head), line.start);
    at = line.end;
  }
  if (at < head) {
    above += text.slice(at, head);
    at = head;
  }
  below += text.slice(at);
  const imports = importsFrom(family, lifted, (linkedAt) => linkedAt >= head);
  const bodies = lifted.map(({ body }) => body).filter((body) => body !== '');
  const lines = [above.trimEnd(), ...imports].filter((one) => one !== '').join(newline);
  const rest = below.replace(/^(?:[ \t]*\r?\n)+/, '').trimEnd();
  return `${[lines, ...bodies, rest, ...renamedIn(family, style)].filter((one) => one !== '').join(`${newline}${newline}`)}${newline}`;
}

/** The imports of the parts that are loaded from some places of the facade. */
const importsFrom = ({ members }: Family, lifted: readonly Lifted[], isThere: (at: number) => boolean): string[] =>
  lifted.flatMap(({ imports }, i) => (isThere(members[i]!.linkedAt) ? imports : []));

/** What the file passes on under another name it exports by a list at its end. */
function renamedIn({ links, members }: Family, { semicolon }: Style): string[] {
  const parts = new Set(members.map(({ source }) => source.path));
  const renamed = links.passed
    .filter(({ to }) => parts.has(to))
    .flatMap(({ names }) => (names ?? []).filter(({ name, as }) => name !== as))
    .map(({ name, as, typeOnly }) => `${typeOnly ? 'type ' : ''}${name} as ${as}`);
  return renamed.length === 0 ? [] : [`export { ${renamed.join(', ')} }${semicolon}`];
}

function lineEnd(text: string, end: number): number {
  const newline = /^[ \t]*\r?\n/.exec(text.slice(end));
  return newline ? end + newline[0].length : end;
}
