import type { HazardId } from '../../../../core/hazards/index.ts';
import { rustOutline } from '../../../../languages/rust/outline.ts';
import type { View } from '../../../../workspace/view.ts';
import type { ModuleDifference } from '../module-paths.ts';
import { readsMovedCallers } from './caller-places.ts';
import { compareBodies, type Mir, type MirDifference } from './compare-mir.ts';
import { describeDifference } from './describe-difference.ts';
import { foldLogs } from './log-places.ts';
import { createOwnLines, differsInLines } from './own-lines.ts';
import { createPlaceFold, foldStrings } from './place-literals.ts';
import { readsGivenType, withoutTypePaths } from './type-names.ts';

/** What two states differ in. */
export interface Differences {
  /** The first difference of what is computed, in words. */
  readonly plain: string | null;
  /** What a program reads of where its code stands: a person may accept it by the hazard's id. In words, the first of each. */
  readonly places: ReadonlyMap<HazardId, string>;
  /** Bodies that differ in nothing but the numbers of their own lines. */
  readonly lines: number;
  /** Bodies that differ in nothing but what a log says of the place of its lines. */
  readonly logs: number;
}

interface Sides {
  readonly before: View;
  readonly after: View;
  readonly modules: ModuleDifference;
}

export function judgeDifferences(old: Mir, now: Mir, sides: Sides): Differences {
  const kindsOf = createKinds(sides);
  const found: Found = { plain: [], places: new Map(), lines: 0, logs: 0 };
  for (const [target, bodies] of now) {
    const describe = (difference: MirDifference): string =>
      `${target}: ${describeDifference(difference, sides.before, sides.after)}`;
    const others: MirDifference[] = [];
    for (const difference of compareBodies(old.get(target) ?? new Map(), bodies ?? new Map())) {
      const kinds = kindsOf(difference);
      if (kinds === null) others.push(difference);
      else count(found, kinds, () => describe(difference));
    }
    if (others.length > 0)
      found.plain.push(`${describe(others[0]!)}${others.length > 1 ? `, and ${others.length - 1} more` : ''}`);
    for (const [kind, why] of readInSecret([...(bodies?.keys() ?? [])], sides))
      count(found, [kind], () => `${target}: ${why}`);
  }
  const lost = [...old.keys()].find((target) => !now.has(target));
  const plain = found.plain[0] ?? (lost === undefined ? null : `the target ${lost} is gone`);
  return { ...found, plain };
}

interface Found {
  readonly plain: string[];
  readonly places: Map<HazardId, string>;
  lines: number;
  logs: number;
}

function count(found: Found, kinds: readonly Kind[], why: () => string): void {
  for (const kind of kinds)
    if (kind === 'line') found.lines += 1;
    else if (kind === 'log') found.logs += 1;
    else if (!found.places.has(kind)) found.places.set(kind, why());
}

type Kind = 'line' | 'log' | 'R55' | 'R56' | 'R57';

/** What of a difference says only where code stands; null where it is more. */
function createKinds({ before, after, modules }: Sides): (difference: MirDifference) => readonly Kind[] | null {
  const ownLines = createOwnLines(before, after);
  const fold = createPlaceFold(before, after, modules);
  const logs = (text: string): string => foldLogs(text, fold);
  const literals = (text: string): string => foldStrings(text, fold);
  const isSame = (difference: MirDifference, read: (text: string) => string): boolean => {
    const [earlier, later] = [read(difference.before!), read(difference.after!)];
    return earlier === later || differsInLines({ ...difference, before: earlier, after: later }, ownLines);
  };
  const ladder: readonly (readonly [readonly Kind[], (text: string) => string])[] = [
    [['line'], (text) => text],
    [['log'], logs],
    [['R55'], (text) => withoutTypePaths(logs(text))],
    [['R57'], literals],
    [['R55', 'R57'], (text) => withoutTypePaths(literals(text))],
  ];
  return (difference) => {
    if (difference.before === null || difference.after === null) return null;
    return ladder.find(([, read]) => isSame(difference, read))?.[0] ?? null;
  };
}

/** What the text of no body shows: whose name a type has and where a caller stands is decided when the program runs. */
function readInSecret(bodies: readonly string[], { before, after, modules }: Sides): [Kind, string][] {
  const found: [Kind, string][] = [];
  const hasMoved = modules.before.length + modules.after.length > 0;
  const rootTypes = hasMoved && bodies.some((body) => body.includes('type_name')) ? typesOfRoots(after) : null;
  const reader = rootTypes && bodies.find((body) => readsGivenType(body, rootTypes));
  if (reader)
    found.push([
      'R55',
      `${reader.slice(0, reader.search(/[(:]\s|\(_1|\(\)|$/m))} calls type_name for a type that its callers choose, and items are in other modules now`,
    ]);
  const caller = readsMovedCallers(bodies, before, after);
  if (caller !== null) found.push(['R56', caller]);
  return found;
}

function typesOfRoots(view: View): Set<string> {
  const roots = view.manifests.crates.flatMap(({ targets }) => targets.map(({ path }) => path));
  return new Set(
    roots.flatMap((path) => {
      const outline = view.file(path)?.grammar === 'rust' ? view.facts(path, rustOutline) : null;
      if (outline === null || outline.status === 'failed') return [];
      return outline.value.units.flatMap(({ defines }) =>
        defines.filter(({ spaces }) => spaces.includes('type')).map(({ name }) => name),
      );
    }),
  );
}
