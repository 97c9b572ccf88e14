import { GATE_LANES } from '../../src/config/config.ts';

/** What a gate of a Rust workspace consists of. */
export const LANES = GATE_LANES;
export type Lane = (typeof LANES)[number];

/** One command that CI runs, as far as it can be read, and what weakens it. */
export interface Run {
  /** Words without wrappers (`uv run`, `nix develop -c`, `env X=1`): `cargo`, `clippy`, … */
  readonly words: readonly string[];
  /** Folder in which it runs, relative to the workspace; null where that is computed. */
  readonly dir: string | null;
  /** Variables that are set where it runs; a value is null where it is computed. */
  readonly env: Readonly<Record<string, string | null>>;
  readonly place: { readonly path: string; readonly line: number };
  readonly weak: readonly Weakness[];
}

/** Why a failure of the command would not stop a pull request. */
export type Weakness =
  /** `|| true`, `continue-on-error`, `allow_failure`: it fails and nobody is stopped. */
  | { readonly kind: 'advisory'; readonly why: string }
  /** It does not run on every pull request. */
  | {
      readonly kind: 'conditional';
      readonly why: string;
      /** A filter of paths that lets every change of a manifest or lock file through. */
      readonly seesManifests?: true;
    }
  /** Whether it runs is computed by another job. */
  | { readonly kind: 'unclear'; readonly why: string }
  /** It never runs. */
  | { readonly kind: 'never'; readonly why: string };

/** Something that CI runs and that cannot be read from here. */
export interface Opaque {
  readonly what: string;
  readonly place: { readonly path: string; readonly line: number };
}

export interface Pipeline {
  readonly runs: readonly Run[];
  readonly opaque: readonly Opaque[];
  /** Files that do not parse. */
  readonly broken: readonly { readonly path: string; readonly reason: string }[];
  /** CI files that were read, whether pull requests start them or not. */
  readonly files: readonly string[];
}
