/** rustdoc's JSON, of which only what is read here has a type; the rest is compared as it is. */
export interface RustdocJson {
  readonly root: number;
  readonly format_version: number;
  readonly index: Readonly<Record<string, DocItem>>;
  readonly paths: Readonly<Record<string, { readonly crate_id: number; readonly path: readonly string[] }>>;
}

export interface DocItem {
  readonly id: number;
  readonly crate_id: number;
  readonly name: string | null;
  readonly visibility: string | { readonly restricted: { readonly path: string } };
  readonly docs: string | null;
  readonly links: Readonly<Record<string, number>>;
  readonly deprecation: unknown;
  readonly attrs: readonly (string | Readonly<Record<string, unknown>>)[];
  readonly inner: {
    readonly module?: { readonly items: readonly number[]; readonly is_stripped: boolean };
    readonly use?: {
      readonly source: string;
      readonly name: string;
      readonly id: number | null;
      readonly is_glob: boolean;
    };
    readonly enum?: { readonly variants: readonly number[] };
    readonly impl?: DocImpl;
  } & Readonly<Record<string, unknown>>;
}

export interface DocImpl {
  readonly generics: unknown;
  readonly for: unknown;
  readonly trait: unknown;
  readonly is_unsafe: boolean;
  readonly is_negative: boolean;
  readonly items: readonly number[];
}

/** The format changes with each few releases of rustc; what was read with another meaning would prove nothing. */
const KNOWN_FORMATS: readonly number[] = [57];

/** Why JSON of a format cannot be compared; null if it can. */
export const formatProblem = (version: number): string | null =>
  KNOWN_FORMATS.includes(version)
    ? null
    : `rustdoc's JSON has the unknown format_version ${version}; known: ${KNOWN_FORMATS.join(', ')}`;
