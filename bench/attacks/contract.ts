import type { Random } from './random.ts';

/** Texts by path from the root of a project, manifests and all. */
export type Files = Readonly<Record<string, string>>;

export type LanguageId = 'rust' | 'python' | 'typescript';

/** A generated project with one large file to split. */
export interface AttackProgram {
  readonly files: Files;
  /** The file that is split. */
  readonly target: string;
  /** `--limit` of the split. */
  readonly limit: number;
  /** Units of the target that could move: at least 20. */
  readonly units: number;
  /** What the program holds on purpose, in a few words each: the table counts them. */
  readonly forms: readonly string[];
  /**
   * The whole project after a careless split: the units of the target moved by somebody who looks only at whether it loads. It may run and say
   * something else, or not run at all.
   */
  readonly naive: Files;
}

/** What a project said when it was run: `ran` is false where it did not compile, load or come to its end. */
export interface ProgramLog {
  readonly ran: boolean;
  readonly text: string;
}

/** Both sides of a split that was proven. */
export interface ProvenSplit {
  readonly before: Files;
  readonly after: Files;
  readonly target: string;
}

export const MUTATIONS = ['token', 'line', 'attribute', 'visibility', 'cfg', 'path', 'other-file'] as const;
export type MutationKind = (typeof MUTATIONS)[number];

/** One small wrong edit of the state after a split: never one that means the same. */
export interface Mutant {
  readonly kind: MutationKind;
  /** One line: what was done, and where. */
  readonly what: string;
  /** The whole state with the edit. */
  readonly files: Files;
}

/** Where a language's programs are run. */
export interface Ground {
  /** The project; always the same folder, so that what was built for one program serves the next. */
  readonly root: string;
  /** Kept from program to program and from run to run: a build folder, installed packages. */
  readonly home: string;
}

/** Everything that the attacks know of a language: `<id>/language.ts` exports one as `language`. */
export interface AttackLanguage {
  readonly id: LanguageId;
  /** Programs of a full run. */
  readonly programs: number;
  /** Mutants of a full run. */
  readonly mutants: number;
  /** What the split of a program is asked to prove, such as `S,B`: the weaker, the harder the attack. */
  readonly evidence: string;
  /** What a mutant may be seen by, such as `S,B,A,M`; S is asked first, alone. */
  readonly allRungs: string;
  /** Pure: the same random numbers make the same bytes. */
  readonly generate: (random: Random) => AttackProgram;
  /** Called once the files are written and before they are committed: links or installs what the project needs. */
  readonly prepare?: (ground: Ground) => void;
  /** What `split` and `verify` get besides, such as `--python` and a path. */
  readonly args?: (ground: Ground) => readonly string[];
  /** Runs the project in a process of its own and gives all that it printed. */
  readonly run: (ground: Ground) => ProgramLog;
  /** As many different wrong edits as come to mind; the frame takes some of each kind. */
  readonly mutate: (split: ProvenSplit, random: Random) => readonly Mutant[];
}
