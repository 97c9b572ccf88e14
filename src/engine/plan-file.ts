import { parse as parseToml } from 'smol-toml';
import { type PlanOptions, planModules } from '../../analyzers/modules/plan-modules.ts';
import { spellingOf } from '../../analyzers/modules/spell-name.ts';
import { validatePlan } from '../../analyzers/modules/validate-plan.ts';
import { readSource } from '../../analyzers/readings/python/source.ts';
import { heldExpansions } from '../../analyzers/readings/rust/held-expansions.ts';
import { readSource as readRust } from '../../analyzers/readings/rust/source.ts';
import { requiredOrder } from '../../codemods/javascript/split-module/order-rules.ts';
import { usualLayout } from '../../codemods/python/split-module/layout.ts';
import { fileBound } from '../../codemods/rust/split-module/file-bound.ts';
import { movableMacros } from '../../codemods/rust/split-module/macro-moves.ts';
import { placeBound } from '../../codemods/rust/split-module/place-bound.ts';
import { EXIT, RefactorError } from '../core/errors.ts';
import { hashOf } from '../core/hash.ts';
import { countLines } from '../core/lines.ts';
import type { Plan } from '../core/plan.ts';
import type { Refusal } from '../core/refusal.ts';
import type { Outline, UnitId } from '../core/unit.ts';
import { languageOf } from '../languages/language.ts';
import { OUTLINES } from '../languages/outline.ts';
import type { Host } from '../languages/rust/platform-options.ts';
import type { View } from '../workspace/view.ts';
import { brokenBase } from './broken-base.ts';
import { planJavascript } from './plan-javascript.ts';
import { planPython } from './plan-python.ts';
import { thisHost, unbuildableUnits } from './unbuildable-units.ts';

/** Lines that a file should not exceed where neither the command line nor the budget says so. */
const DEFAULT_LIMIT = 500;

export interface PlanFileOptions {
  /** Relative to the workspace. */
  readonly path: string;
  /** Absent: the budget's ceiling for files, else 500. */
  readonly limit?: number;
  /** Names chosen by a person or an earlier split in the same run. */
  readonly taken?: readonly string[];
  /** Python only. Absent: what the file and its project allow. */
  readonly layout?: PythonLayout;
  /** Python only: cut reference cycles that are over the limit at reads which happen in functions alone. */
  readonly breakCycles?: boolean;
  /** Rust only: the machine that will prove the plan. Absent: this one. */
  readonly host?: Host;
  /** Rust only: units that stay in the facade, with the reason. */
  readonly stay?: ReadonlyMap<UnitId, string>;
  /** A plan for an earlier state of the file, whose placements and names are kept unless sizes break. */
  readonly previous?: Plan;
}

const cannotPlan = ({ hazard, path, why, whatToDo }: Refusal): RefactorError =>
  new RefactorError(
    { code: 'broken-syntax', what: `REFUSED ${hazard}: ${path} cannot be planned`, why, whatToDo },
    EXIT.refused,
  );

/** A folder in place of the file, or files beside it. */
export const PYTHON_LAYOUTS = ['package', 'sibling'] as const;
export type PythonLayout = (typeof PYTHON_LAYOUTS)[number];

/** Proposes modules for one file. Throws RefactorError `unknown-language`, `file-not-found`, `broken-syntax` … */
export function planFile(view: View, request: PlanFileOptions): Plan {
  const { path, limit, taken = [], layout, previous, breakCycles = false } = request;
  const outline = outlineIn(view, path);
  const broken = brokenBase(view, path);
  if (broken) throw cannotPlan(broken);
  if (outline.language !== 'python' && layout !== undefined) throw onlyPython(path, '--layout');
  if (outline.language !== 'python' && breakCycles) throw onlyPython(path, '--break-cycles');
  const most = limit ?? view.config.budget.fileLines ?? DEFAULT_LIMIT;
  const options = {
    path,
    limit: most,
    // A file within its limit is left alone, and so is what a split leaves behind.
    ...(countLines(view.text(path)) <= most ? { groups: 1 } : {}),
    taken: [...taken, ...neighbours(view, path), ...crateNames(view, path)],
    ...(previous === undefined ? {} : { previous }),
    ...(outline.language === 'rust' ? placesIn(view, path, request) : {}),
    ...(languageIn(view, path) === 'javascript' ? { spelling: spellingOf(stemsAround(view, path)) } : {}),
  };
  if (outline.language === 'python')
    return planPython(view, outline, { ...options, layout: layoutOf(view, path, layout) }, breakCycles);
  return outline.language === 'javascript'
    ? planJavascript(view, { ...outline, order: requiredOrder(view, path) }, options)
    : planModules(outline, view.text(path), options);
}

/** A package's own file has no choice: its parts stand beside it. */
function layoutOf(view: View, path: string, asked: PythonLayout | undefined): string {
  const { kind } = usualLayout(view, readSource(view, path));
  return kind === 'init' ? kind : (asked ?? kind);
}

/** Why the parts lie where the plan says; null where the language leaves no choice. */
export function layoutReason(view: View, { base, layout }: Plan): string | null {
  const { path } = base[0]!;
  if (languageIn(view, path) !== 'python') return null;
  const { kind, why } = usualLayout(view, readSource(view, path));
  return kind === layout ? why : `asked for; without --layout it would be ${kind}, since ${why}`;
}

const onlyPython = (path: string, option: '--layout' | '--break-cycles'): RefactorError =>
  new RefactorError({
    code: option === '--layout' ? 'no-layout' : 'no-cycles',
    what: `${option} cannot be given for ${path}`,
    why:
      option === '--layout'
        ? 'only Python files can be divided in more than one layout'
        : 'only Python modules must not need each other while they are imported',
    whatToDo: `Run the command without ${option}.`,
  });

/** Checks a plan that came from outside against the files as they are now. Throws the first problem, exit 2. */
export function requireFitting(view: View, plan: Plan, place: (entry: string) => string): void {
  const { path } = plan.base[0]!;
  const [problem] = validatePlan(plan, outlineIn(view, path), hashOf(view.text(path)));
  if (problem) throw new RefactorError({ ...problem, what: `${place(problem.entry)}: ${problem.what}` }, EXIT.usage);
}

export function outlineIn(view: View, path: string): Outline {
  const text = view.text(path);
  const grammar = view.file(path)?.grammar;
  if (!grammar || text.length === 0) {
    throw new RefactorError({
      code: grammar ? 'empty-file' : 'unknown-language',
      what: `${path} cannot be planned`,
      why: grammar ? 'it is empty' : 'its extension names no language that is read',
      whatToDo: 'Name a Rust, Python, JavaScript or TypeScript file that holds code.',
    });
  }
  const result = view.facts(path, OUTLINES[languageOf(grammar)]);
  if (result.status !== 'failed') return result.value;
  throw new RefactorError({
    code: 'no-outline',
    what: `${path} cannot be planned`,
    why: result.reason,
    whatToDo: 'Mend the file first.',
  });
}

const languageIn = (view: View, path: string) => languageOf(view.file(path)!.grammar!);

/** What Rust says of single units: what has to stay, and which macros may leave. */
function placesIn(
  view: View,
  path: string,
  { host = thisHost(), stay = new Map() }: Pick<PlanFileOptions, 'host' | 'stay'>,
): Pick<PlanOptions, 'stay' | 'leave'> {
  const source = readRust(view, path);
  if (typeof source === 'string') return {};
  const bound = fileBound(view, source);
  const staying = new Map([
    ...placeBound(source),
    ...unbuildableUnits(view, path, host),
    ...bound,
    ...heldExpansions(view, source),
    ...stay,
  ]);
  return { stay: staying, leave: movableMacros(view, source) };
}

/** Stems of JavaScript and TypeScript files: of the file's own folder, then of each folder above with all below it. */
function stemsAround(view: View, path: string): string[][] {
  const scripts = view.files.filter(({ grammar }) => grammar && languageOf(grammar) === 'javascript');
  const above = path.split('/').map((_, i, names) => names.slice(0, i).join('/'));
  const groups = above
    .reverse()
    .map((folder) => scripts.filter((file) => folder === '' || file.path.startsWith(`${folder}/`)));
  const own = scripts.filter((file) => folderOf(file.path) === folderOf(path));
  return [own, ...groups].map((files) =>
    files.map((file) => file.path.slice(folderOf(file.path).length).replace(/\..*$/, '')),
  );
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

/** Stems of files and folders beside the file and in the folder that its modules would go to. */
function neighbours(view: View, path: string): string[] {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const own = `${path.replace(/\.[^./]+$/, '')}/`;
  const names = new Set<string>();
  for (const file of view.files) {
    for (const base of [folder, own]) {
      if (!file.path.startsWith(base) || file.path === path) continue;
      names.add(
        file.path
          .slice(base.length)
          .split('/')[0]!
          .replace(/\.[^.]+$/, ''),
      );
    }
  }
  names.delete(own.slice(folder.length, -1));
  return [...names].sort();
}

/** In Rust a module must not be called like a crate that paths may begin with. */
function crateNames(view: View, path: string): string[] {
  if (!path.endsWith('.rs')) return [];
  const own = view.manifests.crates.map(({ name }) => name);
  const near = view.manifests.crates.filter(({ dir }) => dir === '' || path.startsWith(`${dir}/`));
  return [...own, ...near.flatMap(({ manifest }) => dependenciesIn(view.text(manifest)))].map((name) =>
    name.replaceAll('-', '_'),
  );
}

/** Keys of every `dependencies` table of a manifest, also under `target` and `workspace`. The manifest has been read before: it parses. */
function dependenciesIn(manifest: string): string[] {
  const names: string[] = [];
  const visit = (table: unknown): void => {
    if (typeof table !== 'object' || table === null || Array.isArray(table)) return;
    for (const [key, value] of Object.entries(table)) {
      if (/^((dev|build)-)?dependencies$/.test(key) && typeof value === 'object' && value !== null)
        names.push(...Object.keys(value));
      else visit(value);
    }
  };
  visit(parseToml(manifest));
  return names;
}
