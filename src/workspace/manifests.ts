/** A target of a Cargo package: what cargo would compile from one root file. */
export interface CrateTarget {
  readonly kind: 'lib' | 'bin' | 'test' | 'example' | 'bench' | 'build';
  readonly name: string;
  /** Root file, relative to the workspace. */
  readonly path: string;
  readonly procMacro: boolean;
}

export interface Crate {
  readonly name: string;
  /** Folder of Cargo.toml, '' for the root. */
  readonly dir: string;
  readonly manifest: string;
  readonly edition: '2015' | '2018' | '2021' | '2024';
  /** Folder of the Cargo workspace that it belongs to; its own when alone. */
  readonly cargoRoot: string;
  readonly targets: readonly CrateTarget[];
  readonly features: readonly string[];
}

export interface Distribution {
  readonly name: string;
  readonly dir: string;
  /** pyproject.toml, setup.py or setup.cfg. */
  readonly manifest: string;
  /** Folders below which module names begin: `src`, '' … */
  readonly importRoots: readonly string[];
  /** True when built by maturin or setuptools-rust: Python and Rust in one. */
  readonly mixed: boolean;
}

export interface JsPackage {
  readonly name: string;
  readonly dir: string;
  readonly manifest: string;
  readonly tsconfig: string | null;
}

export interface Manifests {
  readonly crates: readonly Crate[];
  readonly distributions: readonly Distribution[];
  readonly packages: readonly JsPackage[];
  /** Manifests that could not be read, with the reason; everything else still counts. */
  readonly problems: readonly { readonly path: string; readonly line: number | null; readonly reason: string }[];
}
