/** One argument of `#[serde(…)]`. */
export interface SerdeOption {
  readonly name: string;
  /** The string of `rename = "a"`; null of `skip`, or where each direction has its own. */
  readonly value: string | null;
  /** Of `rename(serialize = "a", deserialize = "b")`. */
  readonly serialize: string | null;
  readonly deserialize: string | null;
}

/** What stands before a type, field or variant. */
export interface RustMarks {
  readonly serde: readonly SerdeOption[];
  /** Paths of attributes that may change what is written: those of other macros, and `cfg`. */
  readonly strange: readonly string[];
}

export interface RustMember extends RustMarks {
  /** Null in a tuple. */
  readonly name: string | null;
  readonly type: string;
  /** From 1. */
  readonly line: number;
}

export type RustStyle = 'unit' | 'tuple' | 'struct';

export interface RustChoice extends RustMarks {
  readonly name: string;
  readonly style: RustStyle;
  readonly fields: readonly RustMember[];
  readonly line: number;
}

export interface RustData extends RustMarks {
  readonly kind: 'struct' | 'enum';
  readonly name: string;
  readonly inline: readonly string[];
  readonly line: number;
  /** Last segments: `Serialize`, `Deserialize`. */
  readonly derives: readonly string[];
  /** Type parameters; lifetimes are none. */
  readonly parameters: readonly string[];
  readonly style: RustStyle;
  readonly fields: readonly RustMember[];
  readonly choices: readonly RustChoice[];
}

/** A type alias, or a constant with a string. */
export interface RustAlias {
  readonly kind: 'alias' | 'constant';
  readonly name: string;
  readonly inline: readonly string[];
  readonly line: number;
  readonly parameters: readonly string[];
  /** The type as written, or the string; null of a constant without one. */
  readonly value: string | null;
}

/** The types and constants of a Rust file, by content alone. */
export interface RustTypes {
  readonly data: readonly RustData[];
  readonly aliases: readonly RustAlias[];
  /** Types with a hand-written `impl Serialize` or `impl Deserialize`, by their last segment. */
  readonly custom: readonly { readonly trait: 'Serialize' | 'Deserialize'; readonly type: string }[];
}
