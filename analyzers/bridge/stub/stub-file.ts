import type { Signature } from '../signature.ts';

export type StubMemberKind = 'method' | 'static' | 'class-method' | 'attribute' | 'class';

export interface StubMember {
  readonly name: string;
  readonly kind: StubMemberKind;
  /** Overloads, in order; empty for an attribute. Without the receiver. */
  readonly signatures: readonly Signature[];
  readonly line: number;
}

/** `type`: only type checkers see it, such as an alias or a Protocol. `import`: it comes from elsewhere. */
export type StubKind = 'class' | 'function' | 'value' | 'type' | 'import';

export interface StubName {
  readonly name: string;
  readonly kind: StubKind;
  readonly signatures: readonly Signature[];
  readonly members: readonly StubMember[];
  readonly bases: readonly string[];
  readonly line: number;
  /** First line behind it. */
  readonly endLine: number;
}

/** What a stub declares. By content alone. */
export interface StubFile {
  readonly names: readonly StubName[];
  /** `from x import *` stands in it, or `def __getattr__`: it declares more than it spells. */
  readonly open: boolean;
}
