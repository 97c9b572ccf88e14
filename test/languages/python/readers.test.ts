import { expect, test } from 'vitest';
import { parse } from '../../../src/languages/parse.ts';
import { readDunderAll } from '../../../src/languages/python/read-dunder-all.ts';
import { readImports } from '../../../src/languages/python/read-imports.ts';
import { readPreamble } from '../../../src/languages/python/read-preamble.ts';

test('reads imports wherever they stand', () => {
  const text =
    'import a.b as c, d\nfrom .. import e\ntry:\n    from ..f.g import h as i\nexcept ImportError: pass\nif TYPE_CHECKING:\n    from j import *\nelse:\n    import k\ndef f():\n    class C:\n        import l\n';
  const found = readImports(parse(text, 'python')).map(
    (one) =>
      `${one.level} ${one.module || '-'} ${one.names.map(({ name, alias }) => (alias ? `${name}>${alias}` : name)).join() || '-'} ${one.scope} ${[one.star && 'star', one.typeChecking && 'types', one.inTry && 'try', one.inIf && 'if'].filter(Boolean).join()}`,
  );
  expect(found).toEqual([
    '0 - a.b>c,d module ',
    '2 - e module ',
    '2 f.g h>i module try',
    '0 j - module star,types,if',
    '0 - k module if',
    '0 - l function ',
  ]);
});

const ALL: readonly (readonly [string, readonly string[] | null, boolean])[] = [
  ['x = 1\n', null, true],
  ['__all__ = ["a", \'b\']\n', ['a', 'b'], true],
  ['__all__ = ("a",)\n__all__ += ["b"]\n__all__.extend(["c"])\n__all__.append("d")\n', ['a', 'b', 'c', 'd'], true],
  ['__all__ = ["a"] + other.__all__\n', [], false],
  ['__all__ = ["a"]\nif x:\n    __all__.append("b")\n', ['a', 'b'], false],
  ['__all__ = ["a"]\n__all__.remove("a")\n', ['a'], false],
  ['def f():\n    __all__ = ["a"]\n', null, true],
];

test.each(ALL)('reads __all__ of %j', (text, names, complete) => {
  const all = readDunderAll(parse(text, 'python'));
  expect(all && [all.names, all.complete]).toEqual(names && [names, complete]);
});

test('reads docstring and future statements', () => {
  const text = '# c\n"""Doc."""\nfrom __future__ import annotations\nimport a\n"no doc"\n';
  const { docstring, futures } = readPreamble(parse(text, 'python'));
  expect(text.slice(docstring!.start, docstring!.end)).toBe('"""Doc."""');
  expect(futures.map(({ start, end }) => text.slice(start, end))).toEqual(['from __future__ import annotations']);
  expect(readPreamble(parse('import a\n"no doc"\n', 'python')).docstring).toBeNull();
});
