/** How an argument can be given. */
export type ParameterKind = 'positional-only' | 'positional' | 'rest' | 'keyword-only' | 'keywords';

export interface Parameter {
  readonly name: string;
  readonly kind: ParameterKind;
  /** As Python prints it, `...` where its value cannot be read from the source; null: it has to be given. */
  readonly default: string | null;
  /** Of a native parameter: its type in Rust. */
  readonly type?: string;
}

/** What a call may look like. The receiver is no part of it. */
export type Signature = readonly Parameter[];

/** `(a, /, b, *, c=1)`. */
export function printSignature(signature: Signature): string {
  const parts: string[] = [];
  signature.forEach(({ name, kind, default: value }, i) => {
    const before = signature[i - 1]?.kind;
    const after = signature[i + 1]?.kind;
    if (kind === 'keyword-only' && before !== 'keyword-only' && before !== 'rest') parts.push('*');
    const star = kind === 'rest' ? '*' : kind === 'keywords' ? '**' : '';
    parts.push(`${star}${name}${value === null ? '' : `=${value}`}`);
    if (kind === 'positional-only' && after !== 'positional-only') parts.push('/');
  });
  return `(${parts.join(', ')})`;
}
