import { type ChangeSet, EDIT_REASONS, type Edit } from './change-set.ts';
import type { ErrorCode } from './error-codes.ts';
import { isRefactorError, RefactorError } from './errors.ts';
import { hashOf } from './hash.ts';
import { caseKey, parentsOf, pathProblem } from './path-problem.ts';
import { renderChangeSet } from './render-change-set.ts';

/** What validation must know about the files below a change set; a view is one. */
export interface BaseFiles {
  readonly files: readonly { readonly path: string; readonly state: string }[];
  /** The text of a file whose state is `text`; a BOM stays as its first character. */
  readonly text: (path: string) => string;
}

/**
 * Everything that is wrong with a change set, in the order base, paths, edits; [] if it can be applied to these files.
 * Pure: whether the disk still holds these files is checked again when it is written.
 */
export function validateChangeSet(set: ChangeSet, base: BaseFiles): RefactorError[] {
  const states = new Map(base.files.map(({ path, state }) => [path, state]));
  const problems = [...pathProblems(set), ...baseProblems(set, base, states)];
  if (problems.length > 0) return problems;
  problems.push(...targetProblems(set, states), ...editProblems(set));
  if (problems.length > 0) return problems;
  try {
    for (const file of renderChangeSet(set, base.text))
      if (file.kind === 'text' && /[\ud800-\udfff]/u.test(file.text))
        problems.push(defect('not-unicode', `${file.path} cannot be written`, 'its text holds half a character'));
  } catch (error) {
    if (!isRefactorError(error)) throw error;
    problems.push(error);
  }
  return problems;
}

function pathProblems(set: ChangeSet): RefactorError[] {
  const all = new Set([
    ...set.base.map(({ path }) => path),
    ...set.edit.map(({ path }) => path),
    ...set.create.map(({ path }) => path),
    ...set.move.flatMap(({ from, to }) => [from, to]),
    ...set.delete.map(({ path }) => path),
  ]);
  return [...all].flatMap((path) => {
    const why = pathProblem(path);
    return why === null ? [] : [defect('path-outside-workspace', `The path '${path}' cannot be changed`, why)];
  });
}

/** Every path that is read or changed stands once in `base`, with the bytes that are there now. */
function baseProblems(set: ChangeSet, base: BaseFiles, states: ReadonlyMap<string, string>): RefactorError[] {
  const problems: RefactorError[] = [];
  const hashes = new Map<string, string>();
  for (const { path, hash } of set.base) {
    if (hashes.has(path))
      problems.push(defect('base-twice', `${path} stands twice in the base`, 'one file has one hash'));
    hashes.set(path, hash);
    const state = states.get(path);
    if (state === undefined)
      problems.push(
        stale('base-missing', `${path} is not a file of this workspace`, 'the change set was made with it'),
      );
    else if (state === 'text' && hashOf(base.text(path)) !== hash)
      problems.push(
        stale('base-changed', `${path} is not the file that was planned on`, 'its bytes have changed since'),
      );
  }
  const onText = [...set.edit.map(({ path }) => path), ...set.create.flatMap(({ parts }) => parts.flatMap(sourceOf))];
  for (const path of new Set([...onText, ...set.move.map(({ from }) => from), ...set.delete.map((d) => d.path)]))
    if (!hashes.has(path))
      problems.push(
        defect('base-uncovered', `${path} is used without a hash`, 'every file that is read or changed needs one'),
      );
  for (const path of new Set(onText)) {
    const state = states.get(path);
    if (state !== undefined && state !== 'text')
      problems.push(defect('not-text', `${path} cannot be edited`, `it is not UTF-8 text (${state})`));
  }
  return problems;
}

const sourceOf = (part: ChangeSet['create'][number]['parts'][number]): string[] =>
  'from' in part ? [part.from.path] : [];

/** Each path changes once, nothing that stays is overwritten, and no two names are one on another file system. */
function targetProblems(set: ChangeSet, states: ReadonlyMap<string, string>): RefactorError[] {
  const problems: RefactorError[] = [];
  const once = (paths: readonly string[], does: string): void => {
    const seen = new Set<string>();
    for (const path of paths) {
      if (seen.has(path)) problems.push(defect('changed-twice', `${path} is ${does} twice`, 'a path changes once'));
      seen.add(path);
    }
  };
  const targets = [...set.create.map(({ path }) => path), ...set.move.map(({ to }) => to)];
  once(
    set.edit.map(({ path }) => path),
    'edited',
  );
  once([...set.delete.map(({ path }) => path), ...set.move.map(({ from }) => from)], 'removed');
  once(targets, 'created');
  const deleted = new Set(set.delete.map(({ path }) => path));
  for (const { path } of set.edit)
    if (deleted.has(path))
      problems.push(defect('changed-twice', `${path} is edited and deleted`, 'a path changes once'));

  const staying = new Map(states);
  for (const path of [...deleted, ...set.move.map(({ from }) => from)]) staying.delete(path);
  const spellings = new Map<string, string>();
  for (const path of staying.keys()) for (const name of [...parentsOf(path), path]) spellings.set(caseKey(name), name);
  for (const path of targets) problems.push(...placeProblems(path, staying, spellings));
  return problems;
}

function placeProblems(path: string, staying: Map<string, string>, spellings: Map<string, string>): RefactorError[] {
  const problems: RefactorError[] = [];
  const blocked = (why: string): RefactorError =>
    new RefactorError({
      code: 'path-exists',
      what: `${path} cannot be created`,
      why,
      whatToDo: 'Choose another name in the plan, or move the existing file away.',
    });
  for (const parent of parentsOf(path)) {
    const state = staying.get(parent);
    if (state === 'symlink') problems.push(blocked(`${parent} is a symbolic link`));
    else if (state !== undefined) problems.push(blocked(`${parent} is a file, not a folder`));
  }
  for (const name of [...parentsOf(path), path]) {
    const spelled = spellings.get(caseKey(name));
    if (spelled !== undefined && spelled !== name)
      problems.push(blocked(`it differs from ${spelled} only in case, and is the same file on macOS and Windows`));
    else if (name === path && spelled !== undefined) problems.push(blocked('something of that name already exists'));
    spellings.set(caseKey(name), name);
  }
  staying.set(path, 'text');
  return problems;
}

function editProblems(set: ChangeSet): RefactorError[] {
  const known: ReadonlySet<string> = new Set(EDIT_REASONS);
  const bad = (path: string, reason: string): RefactorError =>
    defect('unknown-reason', `An edit of ${path} says '${reason}'`, 'that is not a reason for an edit');
  const check = (path: string, edits: readonly Edit[]): RefactorError[] =>
    edits.filter(({ reason }) => !known.has(reason)).map(({ reason }) => bad(path, reason));
  return [
    ...set.edit.flatMap(({ path, edits }) => check(path, edits)),
    ...set.create.flatMap(({ path, parts }) =>
      parts.flatMap((part) => {
        if ('from' in part) return check(path, part.edits ?? []);
        return known.has(part.reason) ? [] : [bad(path, part.reason)];
      }),
    ),
  ];
}

const defect = (code: ErrorCode, what: string, why: string): RefactorError =>
  new RefactorError({ code, what, why, whatToDo: 'Report this change set: the codemod that made it is wrong.' });

const stale = (code: ErrorCode, what: string, why: string): RefactorError =>
  new RefactorError({ code, what, why, whatToDo: 'Make a new plan for the files as they are now.' });
