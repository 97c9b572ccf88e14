import type { Files, Mutant, MutationKind, ProvenSplit } from '../contract.ts';
import type { Random } from '../random.ts';

/** A line that is edited: what becomes of it, or null where it says nothing to that edit. */
interface Edit {
  readonly kind: MutationKind;
  readonly what: string;
  readonly change: (line: string) => string | null;
}

const swap = (kind: MutationKind, what: string, from: RegExp, to: string): Edit => ({
  kind,
  what,
  change: (line) => (from.test(line) ? line.replace(from, to) : null),
});

const EDITS: readonly Edit[] = [
  swap('token', 'a sum becomes a difference', /\+= /, '-= '),
  swap('token', 'a condition is turned', / != /, ' == '),
  swap('token', 'one row more', /range\(/, 'range(1 + '),
  swap('token', 'a result is negated', /^( +return )(?=total)/, '$1-'),
  swap('line', 'a line of a branch is lost', /^( +)total [+-]= .*$/, '$1pass'),
  swap('line', 'a statement at import time is lost', /^(?:base|remark|SEEN|TABLE)\b.*$/, ''),
  swap('line', 'a constant is another', /^([A-Z]\w* = ).*$/, '$1None'),
  swap('attribute', 'a decorator is lost', /^@.*$/, ''),
  swap('attribute', 'a base is lost', /^(class \w+)\(.*\):$/, '$1:'),
  swap('visibility', 'a name is not taken back', /^(from \.\S* import .*), \w+ as \w+$/, '$1'),
  swap('visibility', 'a name is taken back as another', / as (\w+)$/, ' as $1_'),
  swap('path', 'a part says another name', /^__name__ = .*$/, '__name__ = "shop.other"'),
  swap('path', 'an import comes from elsewhere', /^from \.base import /, 'from .late import '),
];

/** One line of one Python file of the split, edited in one of these ways. */
export function mutate({ before, after, target }: ProvenSplit, random: Random): readonly Mutant[] {
  const changed = Object.keys(after).filter((path) => path.endsWith('.py') && before[path] !== after[path]);
  const mutants = changed.flatMap((path) => EDITS.flatMap((edit) => editsIn(after, path, edit, random)));
  const other = 'shop/base.py';
  return after[other] === undefined
    ? mutants
    : [
        ...mutants,
        {
          kind: 'other-file',
          what: `${other}: a registry begins with an entry, beside ${target}`,
          files: { ...after, [other]: after[other].replace('SEEN = []', 'SEEN = ["stray"]') },
        },
      ];
}

function editsIn(files: Files, path: string, { kind, what, change }: Edit, random: Random): Mutant[] {
  const lines = files[path]!.split('\n');
  const places = lines.flatMap((line, at) => {
    const now = change(line);
    return now === null || now === line ? [] : [{ at, now }];
  });
  if (places.length === 0) return [];
  const { at, now } = random.pick(places);
  const text = [...lines.slice(0, at), now, ...lines.slice(at + 1)].join('\n');
  return [{ kind, what: `${path}:${at + 1}: ${what}`, files: { ...files, [path]: text } }];
}
