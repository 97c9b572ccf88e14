import type { HazardId } from './hazards/index.ts';
import type { Range } from './range.ts';

/**
 * Kind, normalised header and name of a unit: `fn parse`, `impl<T:Clone> Foo<T>::bar`, `class Server`.
 * Safe as a plain YAML scalar, unique in its file, unchanged by formatting or by edits to other units.
 */
export type UnitId = string;

/** Rust keeps types, values and macros apart; Python and JavaScript have one space for all (`value`, or `type` in TypeScript). */
export type Namespace = 'type' | 'value' | 'macro';

export interface Definition {
  readonly name: string;
  readonly spaces: readonly Namespace[];
  /** As written: `pub`, `pub(crate)`, `export`, or '' for private. In Python '' always. */
  readonly visibility: string;
  /** False where the name is bound on some paths only (under `if`, in `try`, by a loop, after `del`; in Rust under `#[cfg]`). */
  readonly certain: boolean;
}

/** A name that a unit reads and does not bind itself: it may be another unit's, an import, or built in. */
export interface Use {
  readonly name: string;
  readonly space: Namespace | 'any';
  /** Offset of the first such read in the file. */
  readonly at: number;
  /** Read when the module is loaded (Python, JavaScript); Rust has no such moment and says false. */
  readonly eager: boolean;
  /** How many times. */
  readonly count: number;
}

/** Something about a unit or file that makes a split unsafe or that a codemod must handle, by the number of the hazard list. */
export interface Hazard {
  /** `R23`, `H19`, `J4`: language letter and number; see docs/hazards.md. */
  readonly id: HazardId;
  readonly start: number;
  readonly end: number;
  readonly why: string;
}

/** The smallest thing that a split may move. Ranges are offsets into the file's text. */
export interface Unit extends Range {
  readonly id: UnitId;
  /** The language's own word: `fn`, `struct`, `impl`, `mod`, `use`, `class`, `def`, `assign`, `import`, `function`, `statement` … */
  readonly kind: string;
  /** The name that people would call it by; for an `impl` the type's name; null for nameless statements. */
  readonly name: string | null;
  /** The item without the docs, attributes, decorators and comments that are attached to it; start <= body.start. */
  readonly body: Range;
  /** Physical lines from start to end. */
  readonly lines: number;
  readonly defines: readonly Definition[];
  readonly uses: readonly Use[];
  readonly visibility: string;
  readonly hazards: readonly Hazard[];
  /** The unit that encloses this one: an associated item's `impl`, a method's class. */
  readonly parent: UnitId | null;
  /** The parser met something here that it does not understand: the unit may stay or move whole, never be divided or edited. */
  readonly opaque: boolean;
  /**
   * Other units that bind a name of this one and do not stand beside it: alternatives under different `#[cfg]`, redefinitions. Each is a
   * unit with its own range, but all go to the same module. Absent if there are none.
   */
  readonly twins?: readonly UnitId[];
}

/**
 * What loading a unit (Python) may do to state that others see. State goes by its roots: a name of the module for its object, `@os` for the
 * state of a module of the standard library, `@` for all that other modules hold, `<Base` for the subclasses that a class knows.
 */
export interface LoadEffect {
  /** Roots that it may change, sorted. */
  readonly touches: readonly string[];
  /** Roots that it looks at and does not change, sorted. Absent if there are none. */
  readonly reads?: readonly string[];
  /**
   * Objects of other modules that it asks for something, sorted, by their full names: a property of theirs may do anything. Behind a `?` what
   * only an annotation asks. Absent if there are none.
   */
  readonly asks?: readonly string[];
  /** Names of the module that several units bind, sorted: those that this unit binds or deletes. Absent if there are none. */
  readonly rebinds?: readonly string[];
  /** Such names that it may read while it is loaded, sorted: what they hold depends on when. Absent if there are none. */
  readonly sees?: readonly string[];
}

/** What a language is called in outlines, plans and codemod ids: `rust`, `python`, `javascript`, or whatever else is registered. */
export type LanguageId = string;

export interface Outline {
  readonly language: LanguageId;
  /** Top-level units in source order, then nothing else; nested ones (methods) stand in `members`. They never overlap. */
  readonly units: readonly Unit[];
  /** Units whose `parent` is set, in source order. */
  readonly members: readonly Unit[];
  /** What stands before the first unit and belongs to the file: shebang, licence, cookie, inner docs and attributes. */
  readonly header: Range;
  /** Hazards of the file as a whole. */
  readonly hazards: readonly Hazard[];
  /** One a unit; absent where loading a unit has no effects that depend on order (Rust). */
  readonly effects?: readonly LoadEffect[];
  /** Places of units, the first of which has to be loaded before the second (JavaScript): known only with what the file imports. */
  readonly order?: readonly (readonly [number, number])[];
  /** True if the parser found syntax errors anywhere. */
  readonly partial: boolean;
}
