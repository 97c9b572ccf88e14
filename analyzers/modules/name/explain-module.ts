import type { Unit } from '../../../src/core/unit.ts';

/** What a group is and how far it stands on its own, from what was counted; one sentence. */
export function explainModule(units: readonly Unit[], inside: number, crossing: number): string {
  const all = inside + crossing;
  const holds = all === 0 ? 'no reference to or from the rest' : `${inside} of ${all} references stay inside`;
  return `${contentsOf(units)}; ${holds}`;
}

const WORDS: Readonly<Record<string, readonly [one: string, many: string]>> = {
  fn: ['function', 'functions'],
  def: ['function', 'functions'],
  class: ['class', 'classes'],
  const: ['constant', 'constants'],
  assign: ['assignment', 'assignments'],
  impl: ['impl', 'impls'],
};

const counted = (kind: string, count: number): string => {
  const [one, many] = WORDS[kind] ?? [kind, `${kind}s`];
  return `${count} ${count === 1 ? one : many}`;
};

function contentsOf(units: readonly Unit[]): string {
  const named = units.filter((unit) => unit.kind !== 'impl' && unit.name !== null);
  const largest = [...units].sort((a, b) => b.lines - a.lines)[0]!;
  const impls = units.filter((unit) => unit.kind === 'impl').length;
  const withImpls = impls === 0 ? '' : impls === 1 ? ' and its impl' : ` and ${impls} impls`;
  if (named.length === 1) return `\`${named[0]!.name}\`${withImpls}`;
  if (named.length === 0)
    return impls === 0 ? counted('statement', units.length) : `${counted('impl', impls)} of \`${largest.name}\``;
  const counts = new Map<string, number>();
  for (const { kind } of named) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const kinds = [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 2)
    .map(([kind, count]) => counted(kind, count));
  return `${kinds.join(' and ')}${withImpls} around \`${largest.name ?? largest.id}\``;
}
