import type { Hotspot } from '../../../analyzers/hotspots/index.ts';
import type { Problem } from '../../core/errors.ts';
import type { Evidence, Rung } from '../../core/evidence.ts';
import type { Finding } from '../../core/finding.ts';
import type { Plan } from '../../core/plan.ts';
import type { ProgressEvent } from '../../core/progress.ts';
import type { Outline } from '../../core/unit.ts';
import type { Decision } from '../../core/verdict.ts';
import type { HistoryEntry } from '../../engine/apply/list-history.ts';
import type { Line } from '../paint/line.ts';
import type { FunctionSource } from './function-sources.ts';

/** What the screen asks of the engine. Plain data: it crosses to another thread. */
export type Request =
  | { readonly type: 'open' }
  | { readonly type: 'detail'; readonly path: string }
  | { readonly type: 'plan'; readonly path: string; readonly limit: number | null; readonly breakCycles?: boolean }
  | { readonly type: 'load-plan'; readonly file: string; readonly path: string }
  | { readonly type: 'save-plan'; readonly file: string; readonly plan: Plan }
  | { readonly type: 'preview'; readonly plan: Plan; readonly revision: number }
  | { readonly type: 'survey'; readonly plans: readonly Plan[]; readonly evidence: readonly Rung[] }
  | {
      readonly type: 'apply';
      readonly plans: readonly Plan[];
      readonly evidence: readonly Rung[];
      readonly flags: ApplyFlags;
      readonly command: readonly string[];
    }
  | { readonly type: 'survey-mends'; readonly at: FindingPlace | null }
  | { readonly type: 'mend'; readonly at: FindingPlace | null; readonly command: readonly string[] }
  | { readonly type: 'cancel' }
  | { readonly type: 'history' }
  | { readonly type: 'undo' }
  | { readonly type: 'redo' }
  /** Commits what the last run of this session has written. */
  | { readonly type: 'commit'; readonly id: string };

/** How a change is written, as `split` takes it: in commits, with module maps, proven in the tree itself. */
export interface ApplyFlags {
  readonly commit: boolean;
  readonly notes: boolean;
  readonly inPlace: boolean;
}

/** What the engine tells the screen. */
export type EngineEvent =
  | { readonly type: 'progress'; readonly event: ProgressEvent }
  /** Rows before history is known: score by complexity alone. */
  | { readonly type: 'rows'; readonly rows: readonly Hotspot[] }
  /** The rows as they are, in pieces so that no key waits for one; the first piece takes the place of what was there. */
  | {
      readonly type: 'ranked';
      readonly by: 'file' | 'module';
      readonly rows: readonly Hotspot[];
      readonly first: boolean;
    }
  | { readonly type: 'opened'; readonly opened: Opened }
  | { readonly type: 'activity'; readonly months: ReadonlyMap<string, readonly number[]> }
  | { readonly type: 'detail'; readonly detail: FileDetail }
  | { readonly type: 'planned'; readonly planned: Planned }
  | { readonly type: 'preview'; readonly path: string; readonly revision: number; readonly preview: Preview }
  | { readonly type: 'saved'; readonly file: string }
  | { readonly type: 'surveyed'; readonly survey: Survey }
  | { readonly type: 'announce'; readonly lines: readonly string[] }
  | { readonly type: 'applied'; readonly applied: Applied }
  | { readonly type: 'mends'; readonly mends: Mends }
  | { readonly type: 'mended'; readonly mended: number; readonly receipt: string | null }
  | { readonly type: 'history'; readonly entries: readonly HistoryEntry[] }
  | { readonly type: 'undone'; readonly id: string; readonly paths: readonly string[]; readonly commit: string | null }
  | { readonly type: 'redone'; readonly id: string; readonly paths: readonly string[]; readonly commit: string | null }
  | { readonly type: 'committed'; readonly id: string; readonly commits: readonly string[] }
  | { readonly type: 'failed'; readonly request: Request; readonly problem: Problem };

export interface Opened {
  readonly root: string;
  readonly files: number;
  readonly sources: number;
  readonly failed: readonly { readonly path: string; readonly reason: string }[];
  readonly history: string | null;
  readonly branch: string | null;
  readonly notes: readonly string[];
  readonly findings: readonly Finding[];
  readonly unknown: number;
  /** True if some rule was checked. */
  readonly checked: boolean;
  /** Rules that a codemod can fix, with the check that each belongs to. */
  readonly mendable: Readonly<Record<string, string>>;
  readonly budget: { readonly fileLines: number | null; readonly functionCognitive: number | null };
  /** By language: the rungs that can be asked for. */
  readonly rungs: Readonly<Record<string, readonly Rung[]>>;
  /** Languages whose plans can break import cycles. */
  readonly breaksCycles: readonly string[];
  readonly unfinished: string | null;
}

export interface FileDetail {
  readonly path: string;
  readonly functions: readonly {
    readonly symbol: string;
    readonly line: number;
    readonly lines: number;
    readonly cognitive: number;
  }[];
  /** The worst function, and those that are over the ceiling, each with what its lines add. */
  readonly sources: readonly FunctionSource[];
  /** By commits, the most first. */
  readonly authors: readonly (readonly [author: string, commits: number])[];
  /** Files that change in the same commits, the strongest first. */
  readonly companions: readonly { readonly path: string; readonly degree: number; readonly shared: number }[];
  /** Splices of this file, and the places that splice it: one line each. */
  readonly splices: readonly string[];
  readonly splicedBy: readonly string[];
  readonly units: readonly {
    readonly id: string;
    readonly line: number;
    readonly lines: number;
    readonly hazards: readonly string[];
  }[];
  readonly hazards: readonly { readonly id: string; readonly line: number; readonly why: string }[];
  readonly partial: boolean;
}

export interface Planned {
  readonly path: string;
  readonly plan: Plan;
  readonly outline: Outline;
  readonly text: string;
  /** The file that it was read from, if it was. */
  readonly source: string | null;
}

export type Preview =
  | {
      readonly status: 'ready';
      readonly files: readonly PreviewFile[];
      readonly diff: readonly Line[];
      readonly notes: readonly string[];
    }
  | { readonly status: 'nothing' }
  | {
      readonly status: 'refused';
      readonly refusals: readonly {
        readonly hazard: string;
        readonly place: string;
        readonly why: string;
        readonly whatToDo: string;
      }[];
    }
  | { readonly status: 'failed'; readonly problem: Problem };

export interface PreviewFile {
  readonly path: string;
  readonly kind: 'facade' | 'created' | 'edited' | 'deleted';
  readonly before: number | null;
  readonly lines: number;
  readonly code: readonly Line[];
  /** Unit id -> 0-based line in this file where it begins. */
  readonly unitLines: Readonly<Record<string, number>>;
}

export interface Survey {
  readonly branch: string | null;
  /** Files that differ from the last commit; null outside git. */
  readonly dirty: readonly string[] | null;
  /** What would be executed. */
  readonly announce: readonly string[];
  readonly files: readonly { readonly path: string; readonly before: number | null; readonly after: number | null }[];
  readonly refusals: readonly string[];
  /** Files of which little would come, and why. */
  readonly notWorth: readonly string[];
  /** Places that name a divided file by a string. */
  readonly notes: readonly string[];
}

/** A finding, found again by what it is about. */
export interface FindingPlace {
  readonly rule: string;
  readonly path: string;
  readonly symbol: string | null;
}

/** What mending findings would do. */
export interface Mends extends Pick<Survey, 'branch' | 'dirty' | 'files'> {
  /** Findings that are gone then. */
  readonly mended: number;
  readonly diff: readonly Line[];
  /** Why something is not mended, with its place. */
  readonly refusals: readonly string[];
}

export interface Applied {
  readonly outcome: 'proven' | 'refused' | 'not-proven' | 'unchanged';
  readonly evidence: Evidence;
  readonly decision: Decision;
  readonly receipt: string | null;
  /** Ids of the commits that were made, oldest first. */
  readonly commits: readonly string[];
  /** As the command line tells it. */
  readonly report: readonly string[];
}
