import type { LanguageId } from '../../core/unit.ts';
import type { Change, Claim } from '../../core/verdict.ts';
import type { View } from '../../workspace/view.ts';
import { languageOfFile } from '../language-of.ts';
import { brokenBase } from '../plan/broken-base.ts';
import { isExecutable } from './changes-between.ts';
import { findReader } from './find-reader.ts';
import { findTextReader } from './find-text-reader.ts';
import { inertness } from './inert.ts';
import { isListEdit } from './list-edits.ts';

/**
 * What covers each changed path. Every path gets a claim: one that no rung reads, that is of no inert class and not merely a longer list
 * is claimed by `nothing`, and no proof can be made of a change that holds it.
 */
export const claimPaths = (before: View, after: View, changes: readonly Change[]): Claim[] =>
  changes.map((change) => ({ ...change, ...claimOf(before, after, changes, change) }));

/** Changed files that rungs have to cover: those that are there, and that a language's prover reads. */
export const provenPaths = (claims: readonly Claim[]): string[] =>
  claims.filter(({ by, kind }) => by === 'rungs' && kind !== 'removed').map(({ path }) => path);

type Said = Pick<Claim, 'by' | 'why'>;

function claimOf(before: View, after: View, changes: readonly Change[], change: Change): Said {
  const { path, kind } = change;
  const odd = oddity(before, after, path);
  if (odd !== null) return nobody(odd);
  if (isListEdit(before, after, path)) {
    const reader = readerOfList(after, path);
    return reader === null ? { by: 'list', why: 'only adds entries for new files' } : nobody(reader);
  }
  const language = languageOfFile(after.file(path) ?? before.file(path));
  if (language !== null) {
    const broken = (before.file(path) && brokenBase(before, path)) ?? (after.file(path) && brokenBase(after, path));
    return broken ? nobody(broken.why) : sourceClaim(path, language.id, kind, standIn(path, changes));
  }
  const inert = inertness(before, after, path);
  if (inert === null) return nobody(WHAT[kind]);
  return inert.inert ? { by: 'inert', why: inert.why } : nobody(inert.why);
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
  if (stand !== null) return { by: 'rungs', why: `${language}: ${stand} stands for it` };
  return nobody('the file is gone, and no folder of its name stands for it');
}

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
