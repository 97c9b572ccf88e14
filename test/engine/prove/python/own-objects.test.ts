import { expect, test } from 'vitest';
import { proveStatic } from '../../../../src/engine/prove/python/prove-static.ts';
import { viewOf } from '../../../helpers/split-cases.ts';

const COUNTER = `class Counter:
    n = 0

    @property
    def value(self):
        Counter.n += 1
        return Counter.n

    def __iter__(self):
        Counter.n += 1
        return iter([Counter.n])


counter = Counter()
items = [counter]
table = {"a": counter}
names = ["a", "b"]
pair = (1, 2)
`;

/** Whether two values are proven that a split makes in the other order. */
function proves(first: string, second: string, head = ''): boolean {
  const state = `${head}${COUNTER}`;
  const before = viewOf({ 'pkg/__init__.py': '', 'pkg/core.py': `${state}\n${first}\n${second}\n` });
  const shared = 'from pkg._state import Counter, counter, items, table, names, pair\n';
  const [, name] = /(\w+)(?:,)?\)? (?:=|:)|class (\w+)/.exec(second) ?? [];
  const bound = name ?? /\b(SECOND|Second)\b/.exec(second)![1]!;
  const after = viewOf({
    'pkg/__init__.py': '',
    'pkg/core.py': `${head}${shared}from pkg._second import ${bound}\n\n${first}\n`,
    'pkg/_second.py': `__name__ = "pkg.core"\n${head}${shared}\n${second}\n`,
    'pkg/_state.py': `__name__ = "pkg.core"\n${state}`,
  });
  const paths = ['pkg/core.py', 'pkg/_second.py', 'pkg/_state.py'];
  return proveStatic(before, after, null, paths).every(({ verdict }) => verdict === 'proven');
}

test.each([
  'items[0].value',
  'f"{items[0]}"',
  '",".join(map(str, items))',
  '[one.value for one in items]',
  'table["a"].value',
  '[one.value for one in [counter]]',
  '(1, counter)[1] == 1',
  '{"k": counter}["k"] == 1',
  '"%s" % (counter,)',
])('%s works with an object of the module', (value) => {
  expect(proves(`FIRST = ${value}`, `SECOND = ${value}`)).toBe(false);
});

test.each([
  ['a pattern', '(FIRST,) = counter', '(SECOND,) = counter'],
  [
    'a metaclass that is a lambda',
    'class First(metaclass=lambda *a, **k: items.append(1) or len(items)):\n    pass\n\n',
    'class Second(metaclass=lambda *a, **k: items.append(1) or len(items)):\n    pass\n\n',
  ],
])('%s works with an object of the module', (_, first, second) => {
  expect(proves(first, second)).toBe(false);
});

test.each([
  ['names[0]', 'names[1]'],
  ['len(names)', 'sorted(names)'],
  ['"%s" % (names,)', '[one for one in ["a", "b"]]'],
])('%s and %s work with plain values', (first, second) => {
  expect(proves(`FIRST = ${first}`, `SECOND = ${second}`)).toBe(true);
});

test.each([
  ['json', 'json.JSONEncoder.default = print', 'json.dumps({"a": 1})', false],
  ['uuid', 'uuid.uuid4 = print', 'str(uuid.uuid4())', false],
  ['builtins', 'builtins.round = print', 'round(2.5)', false],
  ['json', 'FIRST = json.dumps({})', 'json.dumps({"a": 1})', true],
])('what %s has been given by `%s` is what `%s` finds: proven %s', (module, first, value, isProven) => {
  expect(proves(first, `SECOND = ${value}`, `import ${module}\n\n`)).toBe(isProven);
});
