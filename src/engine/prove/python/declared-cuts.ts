import { type ChangeSet, type Edit, EMPTY_CHANGE_SET } from '../../../core/change-set.ts';
import { by } from '../../../core/compare.ts';
import { hashOf } from '../../../core/hash.ts';
import { cutReader } from '../../../languages/python/cut-reader.ts';
import { absoluteModule, moduleName } from '../../../languages/python/module-name.ts';
import { pythonOutline } from '../../../languages/python/outline.ts';
import type { View } from '../../../workspace/view.ts';
import type { Defect } from './defect.ts';

/** One import that a change set declares for a function: where in the file before, and of what. */
export interface DeclaredCut {
  /** The file before. */
  readonly path: string;
  /** UTF-16 offset into it. */
  readonly at: number;
  /** The import with its module by its full name: what the old body would read. */
  readonly text: string;
  /** The part that the function stands in, and dotted names of the part that it asks. */
  readonly created: string;
  readonly module: string;
  readonly names: readonly string[];
}

export interface DeclaredCuts {
  readonly cuts: readonly DeclaredCut[];
  /** The state before with exactly these imports: what a split that changes nothing else starts from. The view itself if there are none. */
  readonly from: View;
  /** Imports that must not be there: of a name that is read at import time, in a generator … */
  readonly defects: readonly Defect[];
}

/** The changes of bodies that a change set declares. Whatever else differs in a body is compared as ever, and is a defect. */
export function declaredCuts(before: View, after: View, changeSet: ChangeSet | null): DeclaredCuts {
  const cuts: DeclaredCut[] = [];
  const defects: Defect[] = [];
  const addDefect = (path: string, why: string): unknown => defects.push({ path, why });
  for (const { created, path, edit } of bodyEdits(changeSet)) {
    const { start, end, text } = edit;
    const cut = start === end ? readCut({ before, after }, { path, at: start, text }, created) : null;
    if (cut === null) addDefect(created, 'a changed body that is more than an import from one part');
    else cuts.push(cut);
  }
  for (const cut of cuts) for (const why of problemsOf(before, cut)) addDefect(cut.created, why);
  return { cuts, from: withCuts(before, cuts), defects };
}

const bodyEdits = (changeSet: ChangeSet | null): { created: string; path: string; edit: Edit }[] =>
  (changeSet?.create ?? []).flatMap(({ path: created, parts }) =>
    parts.flatMap((part) =>
      'from' in part
        ? (part.edits ?? [])
            .filter(({ reason }) => reason === 'cycle-break')
            .map((edit) => ({ created, path: part.from.path, edit }))
        : [],
    ),
  );

const IMPORT =
  /^([ \t]*)from (\.*)([\w.]*) import (?:(\w+(?:, \w+)*)|\(\r?\n((?:[ \t]+\w+,\r?\n)+)[ \t]*\))(\r?\n|; )$/;

function readCut(
  { before, after }: { readonly before: View; readonly after: View },
  { path, at: offset, text }: { readonly path: string; readonly at: number; readonly text: string },
  created: string,
): DeclaredCut | null {
  const match = IMPORT.exec(text);
  if (!match) return null;
  const [, indent, dots, stem, flat, listed, ending] = match;
  const home = nameIn(after, created);
  const module = absoluteModule(dots!.length, stem!, home.package);
  const names = (flat ?? listed!).match(/\w+/g) ?? [];
  if (module === null || module === home.dotted || !names.length || !isCreated(after, before, module)) return null;
  return {
    path,
    at: offset,
    text: `${indent}from ${module} import ${names.join(', ')}${ending}`,
    created,
    module,
    names,
  };
}

const nameIn = (view: View, path: string) =>
  moduleName(
    path,
    (other) => view.file(other) !== undefined,
    view.manifests.distributions.flatMap(({ importRoots }) => importRoots),
  );

const isCreated = (after: View, before: View, module: string): boolean =>
  after.files.some(({ path }) => path.endsWith('.py') && !before.file(path) && nameIn(after, path).dotted === module);

/** Judged by the text before, not by the change set: each name is one that the function at this place may import by itself. */
function problemsOf(before: View, { path, at, names }: DeclaredCut): string[] {
  const outline = before.facts(path, pythonOutline);
  if (outline.status === 'failed') return ['the file before has syntax that is not understood'];
  const unit = outline.value.units.find(({ start, end }) => start <= at && at < end);
  if (!unit) return ['an import stands where no unit was'];
  const read = cutReader(before.syntax(path), outline.value);
  return names.flatMap((name) => {
    const answer = read(unit, name);
    if (!('sites' in answer)) return [`${name} must not be imported inside a function of ${unit.id}: ${answer.why}`];
    return answer.sites.some((site) => site.at === at) ? [] : [`no function that begins there reads ${name}`];
  });
}

function withCuts(before: View, cuts: readonly DeclaredCut[]): View {
  if (cuts.length === 0) return before;
  const paths = [...new Set(cuts.map(({ path }) => path))].sort();
  const editsOf = (path: string) =>
    cuts
      .filter((cut) => cut.path === path)
      .sort(by(({ at }) => at))
      .map(({ at, text }) => ({ start: at, end: at, text, reason: 'cycle-break' as const }));
  return before.overlay({
    ...EMPTY_CHANGE_SET,
    base: paths.map((path) => ({ path, hash: hashOf(before.text(path)), mode: before.file(path)!.mode })),
    edit: paths.map((path) => ({ path, edits: editsOf(path) })),
  });
}
