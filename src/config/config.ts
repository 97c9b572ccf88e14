import type { Position } from '../core/lines.ts';
import type { Range } from '../core/range.ts';
import type { GivenKeys } from './screen/key-problem.ts';
import type { ThemeKey } from './screen/theme.ts';

/** What `omni-refactor.toml` says, with defaults filled in. */
export interface Config {
  /** Path of the file relative to the workspace, or null when there is none. */
  readonly path: string | null;
  readonly budget: Budget;
  /** Of rules that measure nothing: what a finding is excused by, and until when. */
  readonly exceptions: readonly CheckException[];
  readonly readmes: Readmes;
  /** Lanes that CI has to enforce; null: none is declared. */
  readonly qualityGates: { readonly lanes: readonly string[] | null };
  /** Null: no boundary is declared. */
  readonly boundary: BoundaryConfig | null;
  /** Native modules that the manifests do not name. */
  readonly bridges: readonly BridgeConfig[];
  /** Clients of other processes whose failures have to be handled. */
  readonly clients: readonly ClientConfig[];
  /** Types of two languages that stand for one payload. */
  readonly contracts: readonly ContractConfig[];
  /** Strings that several languages have to spell alike. */
  readonly sharedConstants: readonly SharedConstant[];
  /** Null: nobody says who registers what. */
  readonly ownership: OwnershipConfig | null;
  /** Who owns which paths, beside CODEOWNERS. */
  readonly owners: OwnersConfig;
  /** Globs of files that no command looks at, beyond what git ignores. */
  readonly exclude: readonly string[];
  /** Keys and colours of the screen, as far as they are changed. */
  readonly screen: ScreenConfig;
  readonly python: { readonly interpreter: string | null };
  readonly rust: { readonly testRunner: RustTestRunner | null };
}

/** `[screen]` */
export interface ScreenConfig {
  readonly keys: GivenKeys;
  readonly theme: Readonly<Partial<Record<ThemeKey, string>>>;
}

/** Nodes of the map: `py:acme.core`, or with `.*` or `::*` at the end it and all below it. */
export interface Selector {
  readonly text: string;
  readonly place: Position;
}

export interface BoundaryRule {
  readonly id: string;
  readonly from: readonly Selector[];
  /** Where these must not lead, or one of which they must lead to. */
  readonly to: readonly Selector[];
  readonly kind: 'forbid' | 'require';
  /** Nodes that may. */
  readonly except: readonly Selector[];
  /** Whether imports inside of functions, and those for type checkers alone, count. */
  readonly deferred: boolean;
  readonly types: boolean;
  readonly instead: string;
  readonly place: Position;
}

/** `[boundary]`: who may lead to whom. */
export interface BoundaryConfig {
  /** The uppermost first: what stands lower must not lead to what stands higher. */
  readonly layers: readonly (readonly Selector[])[];
  readonly instead: string | null;
  /** Whose imports have to be declared by the distribution: of other distributions here, of all, of none. */
  readonly dependencies: 'workspace' | 'all' | 'off';
  readonly rules: readonly BoundaryRule[];
  readonly interfaces: readonly {
    readonly of: readonly Selector[];
    readonly open: readonly Selector[];
    readonly instead: string;
  }[];
}

/** `[[bridge]]`: a native module of Python, and the crate that makes it. */
export interface BridgeConfig {
  /** Dotted, as Python imports it. */
  readonly module: string;
  /** Name or folder of a crate. */
  readonly crate: string;
  /** Modules that may import it, `pkg.bridge` or `pkg.*`; null: every module of its own package. */
  readonly importers: readonly string[] | null;
  readonly place: Position;
}

/** `[[client]]`: source that starts servers, or speaks to them. */
export interface ClientConfig {
  /** A folder or a file. */
  readonly path: string;
  /** Folders or files of its tests, beside those below `path`. */
  readonly tests: readonly string[];
  readonly place: Position;
}

export type ContractSide = 'rust' | 'python' | 'schema' | 'typescript';

/** A name of the workspace as the configuration spells it. */
export interface NamedAt {
  readonly text: string;
  readonly place: Position;
}

export const CONTRACT_DIRECTIONS = [
  'rust->python',
  'python->rust',
  'rust->typescript',
  'typescript->rust',
  'python->typescript',
  'typescript->python',
  'both',
] as const;
export const PYTHON_WRITES = ['by-alias', 'by-name', 'exclude-none', 'exclude-unset', 'exclude-defaults'] as const;

/** `[[contract]]`: a type of Rust, of Python, of TypeScript, a JSON Schema; at least two of them, that one payload goes between. */
export interface ContractConfig {
  readonly id: string;
  /**
   * `rust`: `core::job::Job` or `src/job.rs#Job`; `python`: `acme.job.Job` or `acme/job.py#Job`; `typescript`: `web/job.ts#Job`; `schema`:
   * `job.json`, or `job.json#/$defs/Job`.
   */
  readonly sides: readonly (NamedAt & { readonly side: ContractSide })[];
  readonly direction: (typeof CONTRACT_DIRECTIONS)[number];
  /** How Python calls `model_dump_json`. */
  readonly pythonWrites: readonly (typeof PYTHON_WRITES)[number][];
  /** Whether Python's `int` is taken to be of 64 bits, where nothing limits it. */
  readonly integers: 'int64' | 'any';
  /** Whether floats may be infinite or NaN, which all sides write as null. */
  readonly floats: 'finite' | 'any';
  /** Whether a `number` that TypeScript writes is taken to be what the other side reads, or whatever JavaScript can write. */
  readonly numbers: 'fit' | 'any';
  readonly place: Position;
}

/** `[[contract-constant]]`: a string constant of each side. */
export interface SharedConstant {
  readonly id: string;
  readonly sides: readonly (NamedAt & { readonly side: ContractSide })[];
  readonly place: Position;
}

/** `[ownership]`: who registers which tools, handlers, routes and commands. */
export interface OwnershipConfig {
  /** The Markdown file that `ownership --write` keeps. */
  readonly document: string | null;
  /** From which share on functions of different packages are nearly the same, 0 to 1; null: nobody asks. */
  readonly duplicates: number | null;
  readonly responsibilities: readonly {
    readonly id: string;
    /** Modules of the map, or paths. */
    readonly owners: readonly Selector[];
    /** `tool:search_*`, `route:GET /jobs*`, `command:*`. */
    readonly evidence: readonly string[];
    readonly instead: string | null;
    readonly place: Position;
  }[];
}

export const OWNERS_FROM_HISTORY = ['off', 'commits', 'lines'] as const;

/** `[owners]`: owners of paths that CODEOWNERS names nobody for. */
export interface OwnersConfig {
  /** Patterns as CODEOWNERS has them, the last one that matches counts. */
  readonly paths: readonly { readonly pattern: string; readonly owner: string }[];
  /** Where nobody is named: who made most commits or added most lines there, said to be from history. */
  readonly history: (typeof OWNERS_FROM_HISTORY)[number];
  /** How far back commits count, in months before HEAD's. */
  readonly months: number;
  /** Whether addresses are printed with names. */
  readonly hasMail: boolean;
}

/** What `[quality-gates] lanes` may name. */
export const GATE_LANES = ['clippy', 'fmt', 'nextest', 'test', 'doctest', 'deny', 'audit'] as const;

export const RUST_TEST_RUNNERS = ['cargo', 'nextest'] as const;
export type RustTestRunner = (typeof RUST_TEST_RUNNERS)[number];

export const BUDGET_RULES = ['file-lines', 'function-cognitive', 'module-lines'] as const;
export type BudgetRule = (typeof BUDGET_RULES)[number];

export interface Budget {
  /** Physical lines a file may have; null switches the rule off. */
  readonly fileLines: number | null;
  /** Cognitive complexity a function may have; null switches the rule off. */
  readonly functionCognitive: number | null;
  /** Physical lines a module may have, the fragments that it splices by `include!` counted in; null switches the rule off. */
  readonly moduleLines: number | null;
  /** In the order of the file; at most one for an entity. */
  readonly exceptions: readonly BudgetException[];
}

/** The template of READMEs. */
export interface Readmes {
  /** Ids of sections that every README needs; null: the built-in ones, as advice. */
  readonly sections: readonly string[] | null;
  /** Section -> headings that stand for it, the first as new ones are called. */
  readonly headings: Readonly<Record<string, readonly string[]>>;
}

/** One finding that somebody answers for until a day. */
export interface CheckException {
  readonly rule: string;
  readonly path: string;
  /** Null: every finding of the rule in the file. */
  readonly symbol: string | null;
  readonly owner: string;
  readonly reason: string;
  readonly issue: string | null;
  /** ISO day; the exception holds up to and on it. */
  readonly expires: string;
  /** What has to be true for it to go. */
  readonly exit: string;
  readonly place: Position;
}

/** A ceiling of its own for one file, module or function, that somebody answers for until a day. */
export interface BudgetException {
  readonly rule: BudgetRule;
  /** The file; of a module, the one that carries it. */
  readonly path: string;
  /** Of a function; else null. */
  readonly symbol: string | null;
  /** The highest value that is allowed. */
  readonly value: number;
  readonly owner: string;
  readonly reason: string;
  readonly issue: string;
  /** ISO day; the exception holds up to and on it. */
  readonly expires: string;
  /** What has to be true for it to go. */
  readonly exit: string;
  readonly place: Position;
  /** Offsets into the configuration, null where it is written inline: the whole table, the value alone, and where they are named. */
  readonly ranges: {
    readonly table: Range;
    readonly value: Range;
    readonly path: Range;
    readonly symbol: Range | null;
  } | null;
}
