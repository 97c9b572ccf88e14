import type { LanguageId } from '../../core/unit.ts';
import type { Change, Claim } from '../../core/verdict.ts';
import type { View } from '../../workspace/view.ts';
import { languageOfFile } from '../language-of.ts';
import { brokenBase } from '../plan/broken-base.ts';
import { isExecutable } from './changes-between.ts';
import { type Direction, directionOf } from './direction.ts';
import { findReader } from './find-reader.ts';
import { findTextReader } from './find-text-reader.ts';
import { inertness } from './inert.ts';
import { isListEdit } from './list-edits.ts';

/**
 * What covers each changed path. Every path gets a claim: one that no rung reads, that is of no inert class and not merely a longer list
 * is claimed by `nothing`, and no proof can be made of a change that holds it.
 */
export function claimPaths(before: View, after: View, changes: readonly Change[]): Claim[] {
  const sides: Sides = { before, after, changes, direction: directionOf(before, after, changes) };
  return changes.map((change) => ({ ...change, ...claimOf(sides, change) }));
}

interface Sides {
  readonly before: View;
  readonly after: View;
  readonly changes: readonly Change[];
  readonly direction: Direction;
}

/** Changed files that rungs have to cover: those that are there, and that a language's prover reads. */
export const provenPaths = (claims: readonly Claim[]): string[] =>
  claims.filter(({ by, kind }) => by === 'rungs' && kind !== 'removed').map(({ path }) => path);

/** Files that a join has taken away: they are in no state that could be built, so S alone can show where each thing of theirs went. */
export const joinedPaths = (claims: readonly Claim[]): string[] =>
  claims.filter(({ joined }) => joined).map(({ path }) => path);

type Said = Pick<Claim, 'by' | 'why' | 'joined'>;

function claimOf(sides: Sides, { path, kind }: Change): Said {
  const { before, after, changes, direction } = sides;
  const odd = oddity(before, after, path);
  if (odd !== null) return nobody(odd);
  if (isListEdit(before, after, path)) return listClaim(after, path, 'only adds entries for new files');
  if (direction === 'join' && isListEdit(after, before, path))
    return listClaim(after, path, 'only loses entries for files that are gone');
  const language = languageOfFile(after.file(path) ?? before.file(path));
  if (language !== null) {
    const broken = (before.file(path) && brokenBase(before, path)) ?? (after.file(path) && brokenBase(after, path));
    if (broken) return nobody(broken.why);
    return sourceClaim(path, language.id, kind, direction === 'join' ? JOINED : standIn(path, changes));
  }
  const inert = inertness(before, after, path);
  if (inert === null) return nobody(WHAT[kind]);
  return inert.inert ? { by: 'inert', why: inert.why } : nobody(inert.why);
}

function listClaim(after: View, path: string, why: string): Said {
  const reader = readerOfList(after, path);
  return reader === null ? { by: 'list', why } : nobody(reader);
}

/** Tools read their own manifests. A list of another name is for whom the code says, and a text that is built in is the program's. */
const readerOfList = (view: View, path: string): string | null =>
  findTextReader(view, path) ?? (TOOLS.test(path) ? null : findReader(view, path, 'by name'));

const TOOLS =
  /(?:^|\/)(?:Cargo\.toml|pyproject\.toml|setup\.(?:cfg|py)|MANIFEST\.in|package\.json|[tj]sconfig[^/]*\.json|meson\.build|\.[^/]*)$/;

/** What no text of a file says: that it is a link or binary, or became executable. */
function oddity(before: View, after: View, path: string): string | null {
  const [old, now] = [before.file(path), after.file(path)];
  const unreadable = [old, now].find((file) => file !== undefined && file.state !== 'text');
  if (unreadable) return `it is not text that is read (${unreadable.state})`;
  if (!now) return null;
  const earlier = old !== undefined && isExecutable(old);
  if (earlier && !isExecutable(now)) return 'it can no longer be executed';
  if (earlier || !isExecutable(now) || inheritsMode(before, after, path)) return null;
  return old ? 'it became executable' : 'a new file that can be executed';
}

function sourceClaim(path: string, language: LanguageId, kind: Change['kind'], stand: string | null): Said {
  if (/\.pyi$/.test(path)) return nobody('a stub, which no prover reads');
  if (kind !== 'removed') return { by: 'rungs', why: language };
  if (stand === JOINED) return { by: 'rungs', why: `${language}: read as the end of a split`, joined: true };
  if (stand !== null) return { by: 'rungs', why: `${language}: ${stand} stands for it` };
  return nobody('the file is gone, and no folder of its name stands for it');
}

/** In place of the path of a stand-in: no one file is. */
const JOINED = '';

const WHAT: Readonly<Record<Change['kind'], string>> = {
  added: 'a new file that no prover reads',
  changed: 'no prover reads it',
  removed: 'it is gone, and no prover reads what was in it',
};

const nobody = (why: string): Said => ({ by: 'nothing', why });

/** The new file that a file which is gone has become: the package, module folder or index of its name. */
function standIn(path: string, changes: readonly Change[]): string | null {
  const [, stem, extension] = /^(.*)(\.\w+)$/.exec(path) ?? [];
  const places = ['__init__', 'mod', 'index'].map((name) => `${stem}/${name}${extension}`);
  return changes.find((one) => one.kind === 'added' && places.includes(one.path))?.path ?? null;
}

/** `tool.py` that could be executed and became `tool/__init__.py`. */
function inheritsMode(before: View, after: View, path: string): boolean {
  const [, stem, extension] = /^(.*)\/(?:__init__|mod|index)(\.\w+)$/.exec(path) ?? [];
  const old = stem === undefined ? undefined : before.file(`${stem}${extension}`);
  return old !== undefined && isExecutable(old) && !after.file(old.path);
}
