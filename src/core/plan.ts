import type { Refusal } from './refusal.ts';
import type { UnitId } from './unit.ts';

/** Lines that a file should not exceed where neither the command line nor the budget says so. */
export const DEFAULT_LIMIT = 500;

export const PLAN_VERSION = 2;

/** The reviewable proposal: every unit of the file stands exactly once in `modules`, `keep` or `refused`. */
export interface Plan {
  readonly version: typeof PLAN_VERSION;
  readonly codemod: string;
  readonly base: readonly { readonly path: string; readonly hash: string }[];
  /** What a person chose for the codemod; what is absent, the codemod chooses. */
  readonly options: PlanChoices;
  readonly layout: string;
  /** Lines that each resulting file should not exceed. */
  readonly limit: number;
  /** The smallest largest file that is reachable, and the unit or cycle that sets it. */
  readonly bound: {
    readonly lines: number;
    readonly setBy: readonly UnitId[];
    /** The bound if no cycle were broken; absent where none is. */
    readonly uncut?: number | undefined;
  };
  readonly modules: readonly PlannedModule[];
  readonly keep: readonly { readonly unit: UnitId; readonly why: string }[];
  /** Reads of a Python file that become imports inside of functions, so that a reference cycle falls apart; absent without `--break-cycles`. */
  readonly cuts?: readonly PlannedCut[] | undefined;
  readonly refused: readonly { readonly unit: UnitId; readonly refusal: Refusal }[];
  /** Absent unless history was asked for, and where it takes no part. For readers only. */
  readonly coChange?: CoChange | undefined;
  /** Absent unless one class makes most of the file. For readers only. */
  readonly largeClass?: LargeClass | undefined;
  /** Why `split` does nothing without --anyway; null where the plan is worth its diff. For readers only. */
  readonly notWorth: string | null;
  readonly predicted: { readonly files: readonly { readonly path: string; readonly lines: number }[] };
}

/** Only a Python module's facade has a choice. */
export interface PlanChoices {
  /** Whether writes to the facade reach the part that holds the name. */
  readonly facade?: 'plain' | 'live' | 'write-through' | undefined;
  /** Parts have their own `__name__`, and do not say that of the divided module. */
  readonly nativeModuleNames?: boolean | undefined;
}

/** What the planner counted of a module; for readers only. */
export interface ModuleEvidence {
  /** References between its units. */
  readonly inside: number;
  /** References between its units and those of other modules or of the facade. */
  readonly crossing: number;
  /** Titles of the comments that its units stand under, in source order. */
  readonly headings: readonly string[];
  /** With history: commits that changed one of its units, and how many of them changed no other named unit of the file. */
  readonly changes?: { readonly commits: number; readonly alone: number } | undefined;
}

/** Which named units of the file changed in the same commits. */
export interface CoChange {
  /** ISO day of the oldest commit whose lines were followed. */
  readonly since: string;
  /** Commits that changed a named unit; those that touch more than 30 files are left out. */
  readonly commits: number;
  /** Units that two or more commits changed together, those of most commits first. */
  readonly pairs: readonly { readonly units: readonly [UnitId, UnitId]; readonly commits: number }[];
  /** Pairs that the list leaves out. */
  readonly morePairs: number;
}

/** How the methods of a class hang together, for whoever divides it by hand: a split never divides a class. */
export interface LargeClass {
  readonly unit: UnitId;
  readonly lines: number;
  /** Two or more groups of methods, each with the attributes that only it uses or uses most. */
  readonly clusters: readonly MethodCluster[];
  /** Attributes that more than half of the methods use. */
  readonly common: readonly string[];
  /** Methods that share no other attribute with a second one and do not call one another. */
  readonly apart: readonly UnitId[];
}

export interface MethodCluster {
  /** Made of words of its methods. */
  readonly name: string;
  readonly methods: readonly UnitId[];
  readonly attributes: readonly string[];
  /** Lines of the methods, an empty line between them included. */
  readonly lines: number;
}

export interface PlannedModule {
  /** The module's name, which is the file's stem. */
  readonly name: string;
  readonly units: readonly UnitId[];
  readonly why: string;
  /** Absent where a person or an earlier version made the module. */
  readonly evidence?: ModuleEvidence | undefined;
}

/** A name that functions of a unit import when they run: the only change of code that a split of a Python file makes, and only on request. */
export interface PlannedCut {
  readonly unit: UnitId;
  readonly name: string;
  /** The functions whose bodies get the import, and the lines where they begin to run; for readers only. */
  readonly functions: readonly { readonly name: string; readonly line: number }[];
}

const PLAN_KEYS = ['version', 'base', 'limit', 'bound', 'modules', 'keep', 'refused'];

/** True for the text of a split plan, YAML or JSON, by its keys alone: it names files, and nothing but this tool reads it. */
export const isPlanText = (text: string): boolean =>
  /^ {0,2}"?codemod"?:\s*"?\w+\/split-module\b/m.test(text) &&
  PLAN_KEYS.every((key) => new RegExp(`^ {0,2}"?${key}"?:`, 'm').test(text));
