/** What a node of the map is. Units hold modules; a native module is both sides' border. */
export const NODE_KINDS = ['crate', 'rust-module', 'distribution', 'python-module', 'js-package', 'native'] as const;
export type NodeKind = (typeof NODE_KINDS)[number];

/**
 * How one node leads to another: `depends` by a manifest; `use` of Rust; `import` of Python while a module is loaded, `deferred` inside of a
 * function, `type` for type checkers alone; `native` an import of a native module; `builds` from it to the crate that makes it.
 */
export const EDGE_KINDS = ['depends', 'use', 'import', 'deferred', 'type', 'native', 'builds'] as const;
export type EdgeKind = (typeof EDGE_KINDS)[number];

export interface MapNode {
  /** `rs:core::api`, `py:acme.run`, `dist:acme`, `crate:core`, `js:@acme/ui`, `native:acme._core`. */
  readonly id: string;
  readonly kind: NodeKind;
  readonly path: string;
  /** Id of the unit that holds it; null for a unit. */
  readonly unit: string | null;
  readonly owner: string | null;
}

export interface MapEdge {
  readonly from: string;
  readonly to: string;
  readonly kind: EdgeKind;
  readonly path: string;
  readonly line: number;
}

/** One graph of both languages. Nodes by id; edges by from, to and line. */
export interface WorkspaceMap {
  readonly nodes: readonly MapNode[];
  readonly edges: readonly MapEdge[];
  /** Imports of modules that are not in the workspace: importing module, name, place. */
  readonly outside: readonly {
    readonly from: string;
    readonly name: string;
    readonly kind: EdgeKind;
    /** A failure of the import is caught: the module may be absent. */
    readonly isOptional: boolean;
    readonly path: string;
    readonly line: number;
  }[];
  /** Modules that load one another in a cycle, at import time. */
  readonly cycles: readonly (readonly string[])[];
  readonly unknown: readonly { readonly path: string; readonly reason: string }[];
}
