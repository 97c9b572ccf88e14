import type { Proof } from '../../../../core/evidence.ts';
import type { Change } from '../change.ts';
import type { Project } from '../projects/find-projects.ts';
import { nameOf } from '../prove-types.ts';
import { compareSurface } from './compare-surface.ts';
import { type Family, readFamily } from './declared-modules.ts';
import { type Emitted, stemOf } from './emitted.ts';
import { readSurface } from './read-surface.ts';

/** What a project's declarations show of the changed files that were there before, and of all others that it compiles. */
export function judgeDeclarations(change: Change, project: Project, states: readonly [Emitted, Emitted]): Proof[] {
  const { old, paths } = change;
  const [before, after] = states;
  const configuration = `${nameOf(project)} --declaration`;
  const proofs = (verdict: Proof['verdict'], why: string, of = paths): Proof[] =>
    of.map((path) => ({ rung: 'A', path, configuration, verdict, why }));
  const missing = old.find((path) => !before.texts.has(stemOf(path)));
  if (missing !== undefined)
    return proofs('not-run', `no declarations are written for ${missing}: ${complaint(before, missing)}`);
  const lost = paths.find((path) => !after.texts.has(stemOf(path)));
  if (lost !== undefined)
    return proofs('failed', `no declarations are written for ${lost} now: ${complaint(after, lost)}`);
  const judged = compareStates(change, before, after);
  return judged === null
    ? proofs('proven', 'the exported names have equal declarations')
    : proofs(judged.verdict, judged.why);
}

function compareStates(
  { old, paths, folds }: Change,
  before: Emitted,
  after: Emitted,
): { verdict: 'failed' | 'not-run'; why: string } | null {
  const stems = paths.map(stemOf);
  const first = readFamily(before.texts, stems);
  const second = readFamily(after.texts, stems);
  if (typeof first === 'string' || typeof second === 'string')
    return {
      verdict: 'not-run',
      why: `the declarations of ${typeof first === 'string' ? first : second} cannot be read`,
    };
  const difference = compareSurface(readSurface(first), readSurface(second), old.map(stemOf));
  if (difference !== null) return { verdict: 'failed', why: difference };
  const others = compareOthers(
    before.texts,
    after.texts,
    new Set(stems),
    folds.map(([path]) => stemOf(path)),
  );
  return others === null ? null : { verdict: 'failed', why: others };
}

/** Files that did not change have equal declarations, but for the place of what they mention. */
function compareOthers(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
  changed: ReadonlySet<string>,
  parts: readonly string[],
): string | null {
  for (const [stem, old] of before) {
    const now = after.get(stem);
    if (changed.has(stem) || old === now) continue;
    if (now === undefined) return `no declarations are written for ${stem} now`;
    const family = [...changed, stem];
    const [one, other] = [readFamily(before, family), readFamily(after, family)];
    if (typeof one === 'string' || typeof other === 'string') return `the declarations of ${stem} differ`;
    const difference = compareSurface(only(one, stem), only(other, stem), [stem]);
    if (difference !== null) return `in ${stem} ${difference}`;
  }
  const added = [...after.keys()].find((stem) => !before.has(stem) && !parts.includes(stem) && !changed.has(stem));
  return added === undefined ? null : `there are declarations of ${added}, which did not exist before`;
}

/** The surface of a family as one of its modules shows it. */
function only(family: Family, stem: string): ReturnType<typeof readSurface> {
  const surface = readSurface(family);
  return { ...surface, exports: new Map([[stem, surface.exports.get(stem)!]]), clashes: [], others: [] };
}

/** What the compiler says of a file, or of the settings. */
function complaint({ messages }: Emitted, path: string): string {
  const found = messages.find((one) => one.path === path) ?? messages.find((one) => one.path === '') ?? messages[0];
  return found ? `${found.code} ${found.text.split('\n')[0]}` : 'the compiler gives no reason';
}
