/** A type as it is written. */
export type TypeNode =
  /** `string`, `null`, `undefined`, `any`, … */
  | { readonly kind: 'keyword'; readonly name: string }
  | { readonly kind: 'literal'; readonly value: string | number | boolean }
  | { readonly kind: 'array'; readonly items: TypeNode }
  | { readonly kind: 'tuple'; readonly items: readonly TypeNode[] }
  | ObjectType
  | { readonly kind: 'union' | 'intersection'; readonly parts: readonly TypeNode[] }
  | { readonly kind: 'name'; readonly path: readonly string[]; readonly arguments: readonly TypeNode[] }
  | { readonly kind: 'other'; readonly text: string };

export interface ObjectType {
  readonly kind: 'object';
  readonly members: readonly TypeMember[];
  /** `[key: string]: T`; null for none. */
  readonly index: { readonly key: TypeNode; readonly values: TypeNode } | null;
  /** What stands in it that JSON does not have: methods, call signatures, computed names; null for nothing. */
  readonly strange: string | null;
}

export interface TypeMember {
  readonly name: string;
  readonly type: TypeNode;
  readonly optional: boolean;
  /** From 1. */
  readonly line: number;
}

/** A value as it is written, as far as schemas of zod are made of such. */
export type ValueNode =
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null }
  | { readonly kind: 'name'; readonly path: readonly string[] }
  | { readonly kind: 'call'; readonly callee: ValueNode; readonly arguments: readonly ValueNode[] }
  | { readonly kind: 'member'; readonly of: ValueNode; readonly name: string }
  | { readonly kind: 'list'; readonly items: readonly ValueNode[] }
  | { readonly kind: 'record'; readonly entries: readonly ValueEntry[] }
  /** `() => value`. */
  | { readonly kind: 'lazy'; readonly value: ValueNode }
  | { readonly kind: 'other'; readonly text: string };

export interface ValueEntry {
  readonly name: string;
  readonly value: ValueNode;
  readonly line: number;
}

export interface TypeParameter {
  readonly name: string;
  readonly fallback: TypeNode | null;
}

interface Named {
  readonly name: string;
  readonly line: number;
}

export type Declaration = Named &
  (
    | {
        readonly kind: 'interface';
        readonly parameters: readonly TypeParameter[];
        readonly bases: readonly TypeNode[];
        readonly body: ObjectType;
      }
    | { readonly kind: 'alias'; readonly parameters: readonly TypeParameter[]; readonly type: TypeNode }
    /** A value is null where it is computed. */
    | { readonly kind: 'enum'; readonly values: readonly (string | number | null)[] }
    | { readonly kind: 'value'; readonly value: ValueNode }
    | { readonly kind: 'class' }
  );

/** `import { name as local } from "from"`; `name` is `*` for the whole module. */
export interface TypeImport {
  readonly local: string;
  readonly name: string;
  readonly from: string;
}

/** `export { name as exported } from "from"`; `exported` null for `export *`, `from` null for a name of the file itself. */
export interface TypeExport {
  readonly exported: string | null;
  readonly name: string;
  readonly from: string | null;
}

/** The types of a TypeScript file, and the values at its top, by content alone. */
export interface TypescriptTypes {
  readonly declarations: readonly Declaration[];
  readonly imports: readonly TypeImport[];
  readonly exports: readonly TypeExport[];
}
