import { basename } from 'node:path/posix';
import type { ChangeSet } from '../../../core/change-set.ts';
import type { Proof } from '../../../core/evidence.ts';
import { dataOf, readJsonc } from '../../../workspace/javascript/read-jsonc.ts';
import { matches, segmentGlob } from '../../../workspace/javascript/segment-glob.ts';
import { tsconfigsAbove } from '../../../workspace/javascript/view-tsconfig.ts';
import type { View } from '../../../workspace/view.ts';
import type { Change } from './change.ts';

/** Lists that may grow by what names the parts, by the file that holds them. */
const LISTS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^package\.json$/, ['files', 'sideEffects', 'jest.collectCoverageFrom']],
  [/\.json$/, ['files', 'include']],
];

/**
 * Manifests that changed with the code: nothing in them but lists that grew by the parts. One that changed in another way is claimed by
 * nobody here, unless a change set says that this is all.
 */
export function judgeManifests(change: Change, changeSet: ChangeSet | null): Proof[] {
  const { before, after } = change;
  const parts = change.folds.map(([part]) => part);
  if (parts.length === 0) return [];
  return changedManifests(change, changeSet).flatMap((path): Proof[] => {
    const why = otherChange(before, after, path, parts);
    if (why !== null && changeSet === null) return [];
    const reason = why ?? 'only lists that name the parts grew';
    return [{ rung: 'S', path, configuration: '-', verdict: why === null ? 'proven' : 'failed', why: reason }];
  });
}

function changedManifests({ before, after, old }: Change, changeSet: ChangeSet | null): string[] {
  if (changeSet) {
    const lists = changeSet.edit.filter(({ edits }) => edits.every(({ reason }) => reason === 'manifest'));
    return lists.map(({ path }) => path).filter((path) => path.endsWith('.json'));
  }
  const extended = old.flatMap((path) =>
    tsconfigsAbove(before, path).flatMap(({ chain }) => chain.map((one) => one.path)),
  );
  const named = after.files.map(({ path }) => path).filter((path) => MANIFEST.test(path));
  return [...new Set([...named, ...extended])].filter(
    (path) =>
      before.file(path)?.state === 'text' &&
      after.file(path)?.state === 'text' &&
      before.text(path) !== after.text(path),
  );
}

const MANIFEST = /(^|\/)(package|[tj]sconfig(\.[\w.-]+)?)\.json$/;

/** What changed beside lists that grew by names of parts; null where nothing did. */
function otherChange(before: View, after: View, path: string, parts: readonly string[]): string | null {
  const [old, now] = [before, after].map((view) => readJsonc(view.text(path)));
  if (!old || !now) return 'it cannot be read';
  const lists = LISTS.find(([name]) => name.test(basename(path)))![1];
  return differ(dataOf(old), dataOf(now), '', (key, first, second) => {
    if (!lists.includes(key)) return `\`${key}\` changed`;
    const added = second.filter((entry) => !first.includes(entry));
    const kept = second.filter((entry) => first.includes(entry));
    if (kept.join('\n') !== first.join('\n')) return `an entry of \`${key}\` changed`;
    const foreign = added.find((entry) => typeof entry !== 'string' || !namesParts(after, path, entry, parts));
    return foreign === undefined ? null : `\`${foreign}\` of \`${key}\` names more than the parts`;
  });
}

/** Does an entry hold a part, or what becomes of it, and nothing else that is there? */
function namesParts(after: View, path: string, entry: string, parts: readonly string[]): boolean {
  const home = path.slice(0, path.length - basename(path).length);
  const glob = segmentGlob(entry.replace(/^\.?\//, ''));
  const matching = after.files.filter(
    (file) => file.path.startsWith(home) && matches(glob, file.path.slice(home.length)),
  );
  const folders = new Set(parts.map((part) => part.split('/').slice(-2, -1)[0]));
  // What a compiler will write is not there yet; its folder is called like that of the parts.
  return matching.length === 0
    ? folders.has(entry.split('/').slice(-2, -1)[0])
    : matching.every((file) => parts.includes(file.path));
}

type Judge = (key: string, first: readonly unknown[], second: readonly unknown[]) => string | null;

function differ(first: unknown, second: unknown, key: string, judge: Judge): string | null {
  if (JSON.stringify(first) === JSON.stringify(second)) return null;
  if (Array.isArray(first) && Array.isArray(second)) return judge(key, first, second);
  if (!isTable(first) || !isTable(second)) return `\`${key}\` changed`;
  for (const name of new Set([...Object.keys(first), ...Object.keys(second)])) {
    const found = differ(first[name], second[name], key === '' ? name : `${key}.${name}`, judge);
    if (found !== null) return found;
  }
  return null;
}

const isTable = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
