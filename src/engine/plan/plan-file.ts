import { validatePlan } from '../../../analyzers/modules/edit/validate-plan.ts';
import { addCoChange } from '../../../analyzers/modules/evidence/add-co-change.ts';
import { notWorth } from '../../../analyzers/modules/predict/not-worth.ts';
import { RefactorError } from '../../core/errors.ts';
import { hashOf } from '../../core/hash.ts';
import { countLines } from '../../core/lines.ts';
import { DEFAULT_LIMIT, type Plan } from '../../core/plan.ts';
import type { Refusal } from '../../core/refusal.ts';
import type { Outline, UnitId } from '../../core/unit.ts';
import type { Host } from '../../languages/rust/platform-options.ts';
import type { View } from '../../workspace/view.ts';
import type { Language } from '../language.ts';
import { languageOfFile } from '../language-of.ts';
import { LANGUAGES } from '../languages.ts';
import { brokenBase } from './broken-base.ts';
import { findLargeClass } from './find-large-class.ts';

export interface PlanFileOptions {
  /** Relative to the workspace. */
  readonly path: string;
  /** Absent: the budget's ceiling for files, else 500. */
  readonly limit?: number;
  /** Names chosen by a person or an earlier split in the same run. */
  readonly taken?: readonly string[];
  /** How many groups, one that may stay in the facade included. Absent: the planner chooses. */
  readonly groups?: number;
  /** Where the language has several. Absent: what the file and its project allow. */
  readonly layout?: string;
  /** Where the language can: cut reference cycles that are over the limit at reads which happen in functions alone. */
  readonly breakCycles?: boolean;
  /** The machine that will prove the plan. Absent: this one. */
  readonly host?: Host;
  /** Units that stay in the facade, with the reason. */
  readonly stay?: ReadonlyMap<UnitId, string>;
  /** A plan for an earlier state of the file, whose placements and names are kept unless sizes break. */
  readonly previous?: Plan;
}

const cannotPlan = ({ hazard, path, why, whatToDo }: Refusal): RefactorError =>
  new RefactorError({ code: 'broken-syntax', what: `REFUSED ${hazard}: ${path} cannot be planned`, why, whatToDo });

/** Proposes modules for one file. Throws RefactorError `unknown-language`, `file-not-found`, `broken-syntax` … */
export function planFile(view: View, request: PlanFileOptions): Plan {
  const { path, limit, taken = [], layout, breakCycles = false, ...others } = request;
  // First, since it keeps the tree that the outline is read from.
  const broken = brokenBase(view, path);
  const { language, outline } = read(view, path);
  if (broken) throw cannotPlan(broken);
  if (layout !== undefined && language.layouts.length === 0) throw noLayouts(path);
  if (breakCycles && !language.breaksCycles) throw noCycles(path);
  const most = limit ?? view.config.budget.fileLines ?? DEFAULT_LIMIT;
  const lines = countLines(view.text(path));
  const plan = language.plan(view, outline, {
    ...others,
    path,
    limit: most,
    // A file within its limit is left alone, and so is what a split leaves behind.
    ...(lines <= most && others.groups === undefined ? { groups: 1 } : {}),
    taken: [...taken, ...neighbours(view, path)],
    ...(layout === undefined ? {} : { layout }),
    breakCycles,
  });
  const largeClass = lines > most ? findLargeClass(view, { language, outline, path, lines, limit: most }) : null;
  return { ...plan, ...(largeClass ? { largeClass } : {}), notWorth: notWorth(plan, lines) };
}

/**
 * The same plan with which units changed together, by the history that the view was opened with.
 * @returns why the history shows nothing
 */
export function withCoChange(view: View, plan: Plan): Plan | string {
  const { path } = plan.base[0]!;
  return addCoChange(plan, read(view, path).outline, view.text(path), view.history);
}

/** Why the parts lie where the plan says; null where the language leaves no choice. */
export const layoutReason = (view: View, plan: Plan): string | null =>
  languageOfFile(view.file(plan.base[0]!.path))!.layoutReason(view, plan);

const titles = (has: (language: Language) => boolean): string =>
  LANGUAGES.filter(has)
    .map(({ title }) => title)
    .join(' and ');

const noLayouts = (path: string): RefactorError =>
  new RefactorError({
    code: 'no-layout',
    what: `--layout cannot be given for ${path}`,
    why: `only ${titles(({ layouts }) => layouts.length > 0)} files can be divided in more than one layout`,
    whatToDo: 'Run the command without --layout.',
  });

const noCycles = (path: string): RefactorError =>
  new RefactorError({
    code: 'no-cycles',
    what: `--break-cycles cannot be given for ${path}`,
    why: `only ${titles(({ breaksCycles }) => breaksCycles)} modules must not need each other while they are imported`,
    whatToDo: 'Run the command without --break-cycles.',
  });

/** Checks a plan that came from outside against the files as they are now. Throws the first problem, exit 2. */
export function requireFitting(view: View, plan: Plan, place: (entry: string) => string): void {
  const { path } = plan.base[0]!;
  const { language, outline } = read(view, path);
  const [problem] = validatePlan(language.planning, plan, outline, hashOf(view.text(path)));
  if (problem) throw new RefactorError({ ...problem, what: `${place(problem.entry)}: ${problem.what}` });
}

export const outlineIn = (view: View, path: string): Outline => read(view, path).outline;

function read(view: View, path: string): { readonly language: Language; readonly outline: Outline } {
  const text = view.text(path);
  const language = languageOfFile(view.file(path));
  if (language === null || text.length === 0) {
    throw new RefactorError({
      code: language ? 'empty-file' : 'unknown-language',
      what: `${path} cannot be planned`,
      why: language ? 'it is empty' : 'its extension names no language that is read',
      whatToDo: 'Name a Rust, Python, JavaScript or TypeScript file that holds code.',
    });
  }
  const result = language.outline(view, path);
  if (result.status !== 'failed') return { language, outline: result.value };
  throw new RefactorError({
    code: 'no-outline',
    what: `${path} cannot be planned`,
    why: result.reason,
    whatToDo: 'Fix the file first.',
  });
}

/** Stems of files and folders beside the file and in the folder that its modules would go to. */
function neighbours(view: View, path: string): string[] {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const partFolder = `${path.replace(/\.[^./]+$/, '')}/`;
  const names = new Set<string>();
  for (const file of view.files) {
    for (const base of [folder, partFolder]) {
      if (!file.path.startsWith(base) || file.path === path) continue;
      names.add(
        file.path
          .slice(base.length)
          .split('/')[0]!
          .replace(/\.[^.]+$/, ''),
      );
    }
  }
  names.delete(partFolder.slice(folder.length, -1));
  return [...names].sort();
}
