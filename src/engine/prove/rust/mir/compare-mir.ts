/** The bodies of one compiled target: normal text -> how often. */
export type Bodies = ReadonlyMap<string, number>;

/** `lib`, `lib with tests`, `bin tool`: the bodies of each target of a package; null where rustc printed none. */
export type Mir = ReadonlyMap<string, Bodies | null>;

export interface MirDifference {
  /** `fn m::f`, without its types. */
  readonly name: string;
  /** Null where the other side has no body of the name. */
  readonly before: string | null;
  readonly after: string | null;
}

/** Bodies that only one side has, paired by their names, in the order of `after`. */
export function compareBodies(before: Bodies, after: Bodies): MirDifference[] {
  const gone = only(before, after);
  const fresh = only(after, before);
  const differences: MirDifference[] = [];
  for (const text of fresh) {
    const name = nameOf(text);
    const at = gone.findIndex((other) => nameOf(other) === name);
    differences.push({ name, before: at === -1 ? null : gone.splice(at, 1)[0]!, after: text });
  }
  for (const text of gone) differences.push({ name: nameOf(text), before: text, after: null });
  return differences.sort((a, b) => rank(a) - rank(b));
}

// A body that changed says more than the closures that came or went with it; that the harness lists other tests says least.
function rank({ before, after }: MirDifference): number {
  if ((after ?? before)!.includes('&test::TestDescAndFn; ')) return 2;
  return before !== null && after !== null ? 0 : 1;
}

const only = (bodies: Bodies, others: Bodies): string[] =>
  [...bodies].flatMap(([text, count]) => Array<string>(Math.max(0, count - (others.get(text) ?? 0))).fill(text));

const nameOf = (text: string): string => {
  const header = text.slice(0, text.indexOf('\n') === -1 ? text.length : text.indexOf('\n'));
  return header.startsWith('fn ') ? header.replace(/\((?:_1: |\)).*$/, '') : header.replace(/: .*$/, '');
};
