import { expect, test } from 'vitest';
import { ranCodemods } from '../../helpers/ran-codemods.ts';

const codemod = (languages: string, body: string): Record<string, string> => ({
  'mod.ts': `export default { languages: ${languages}, change(file: any, params: any) { ${body} } };\n`,
});

test('replaces, inserts and removes at the depth of the node', async () => {
  const { text, rows, stats, reports } = await ranCodemods(
    codemod(
      "['python']",
      `for (const node of file.findAll('print($$$A)')) file.replace(node, 'log(\\n    ' + file.matched(node, 'A') + ',\\n)');
       for (const node of file.findAll({ rule: { kind: 'pass_statement' } })) file.remove(node);
       for (const node of file.findAll({ rule: { kind: 'return_statement' } })) {
         file.insertBefore(node, 'before()\\nagain()');
         file.insertAfter(node, 'after()');
       }
       file.count('seen'); file.report('looked at ' + file.language);`,
    ),
    { 'a.py': 'def f():\n    pass\n    print(1, 2)\n    return 1\n', 'b.rs': 'fn f() {}\n' },
  );
  expect(text('a.py')).toBe(
    'def f():\n    log(\n        1, 2,\n    )\n    before()\n    again()\n    return 1\n    after()\n',
  );
  expect(Object.keys(rows)).toEqual(['a.py']);
  expect(rows['a.py']!.unstable).toEqual(['./mod.ts']);
  expect([stats, reports]).toEqual([{ seen: 1 }, [{ path: 'a.py', text: 'looked at python' }]]);
});

test('keeps tabs', async () => {
  const { text } = await ranCodemods(
    codemod(
      "['typescript']",
      "for (const node of file.findAll('f($A)')) file.replace(node, 'g(\\n\\t' + file.matched(node, 'A') + ',\\n)');",
    ),
    { 'a.ts': '{\n\t{\n\t\tf([\n\t\t\t1,\n\t\t]);\n\t}\n}\n' },
  );
  expect(text('a.ts')).toBe('{\n\t{\n\t\tg(\n\t\t\t[\n\t\t\t1,\n\t\t],\n\t\t);\n\t}\n}\n');
});

test.each([
  ["file.edit(0, 0, '# a\\n')", '\uFEFFx = 1\n', '\uFEFF# a\nx = 1\n'],
  ["file.edit(0, file.text.length, file.text.replace('1', '2'))", '\uFEFFx = 1\n', '\uFEFFx = 2\n'],
  ["file.edit(0, 1, '')", '\uFEFFx = 1\n', 'x = 1\n'],
  ['file.remove(file.root.children()[0])', '\uFEFFx = 1\ny = 2\n', '\uFEFFy = 2\n'],
  ["file.insertBefore(file.root.children()[0], 'a = 1')", '\uFEFFx = 1\n', '\uFEFFa = 1\nx = 1\n'],
  ["file.addImport({ module: 'os' })", '\uFEFFx = 1\n', '\uFEFFimport os\n\nx = 1\n'],
  [
    "file.addImport({ module: '__future__', name: 'annotations' })",
    '\uFEFFimport os\n',
    '\uFEFFfrom __future__ import annotations\n\nimport os\n',
  ],
])('a byte order mark stays first: %s', async (body, before, after) => {
  const { text } = await ranCodemods(codemod("['python']", body), { 'a.py': before });
  expect(text('a.py')).toBe(after);
});

const IMPORTS = [
  [
    'python',
    "{ module: 'typing', name: 'Any' }",
    'from typing import Optional\nx = 1\n',
    'from typing import Optional, Any\nx = 1\n',
  ],
  ['python', "{ module: 'typing', name: 'Any' }", 'from typing import (\n    Any,\n)\n', null],
  ['python', "{ module: 'os' }", '# c\n"""Doc."""\n\nx = 1\n', '# c\n"""Doc."""\n\nimport os\n\nx = 1\n'],
  [
    'python',
    "{ module: 'os', as: 'o' }",
    'from __future__ import annotations\nx = 1\n',
    'from __future__ import annotations\nimport os as o\nx = 1\n',
  ],
  ['python', "{ module: 'os' }", 'x = 1\n', 'import os\n\nx = 1\n'],
  [
    'python',
    "{ module: '__future__', name: 'annotations' }",
    '"""Doc."""\n\nimport os\n',
    '"""Doc."""\n\nfrom __future__ import annotations\n\nimport os\n',
  ],
  [
    'python',
    "{ module: '__future__', name: 'annotations' }",
    'from __future__ import division\nimport os\n',
    'from __future__ import division, annotations\nimport os\n',
  ],
  [
    'python',
    "{ module: '__future__', name: 'annotations' }",
    'import os\n',
    'from __future__ import annotations\n\nimport os\n',
  ],
  [
    'rust',
    "{ module: 'std::io', name: 'Read' }",
    '//! Doc.\n\nfn f() {}\n',
    '//! Doc.\n\nuse std::io::Read;\n\nfn f() {}\n',
  ],
  [
    'rust',
    "{ module: 'std::io', name: 'Read' }",
    'use std::io::{self, Write};\n',
    'use std::io::{self, Write, Read};\n',
  ],
  ['rust', "{ module: 'std::io', name: 'Read' }", 'use std::io::Read;\n', null],
  [
    'rust',
    "{ module: 'std::io', name: 'Read', as: '_' }",
    'use a::b;\nfn f() {}\n',
    'use a::b;\nuse std::io::Read as _;\nfn f() {}\n',
  ],
  [
    'rust',
    "{ module: 'std::io', name: 'Read' }",
    '#[cfg(unix)]\nuse std::io::{Write};\n',
    '#[cfg(unix)]\nuse std::io::{Write};\nuse std::io::Read;\n',
  ],
  [
    'rust',
    "{ module: 'a' }",
    '#![no_std]\n/// Doc of f.\nfn f() {}\n',
    '#![no_std]\n\nuse a;\n/// Doc of f.\nfn f() {}\n',
  ],
  ['typescript', "{ module: './m', name: 'a' }", 'import { b } from "./m"\nb\n', 'import { b, a } from "./m"\nb\n'],
  [
    'typescript',
    "{ module: './m', name: 'A', typeOnly: true }",
    "import { b } from './m';\n",
    "import { b } from './m';\nimport type { A } from './m';\n",
  ],
  ['typescript', "{ module: './m', name: 'a' }", "import { a, b } from './m';\n", null],
  ['typescript', "{ module: './m' }", "'use strict';\nf();\n", "'use strict';\n\nimport './m';\nf();\n"],
  ['typescript', "{ module: 'm', name: 'default', as: 'M' }", '', "import M from 'm';\n"],
] as const;

test('imports, joined to what is there', async () => {
  const extension = { python: 'py', rust: 'rs', typescript: 'ts' };
  const paths = IMPORTS.map(([language], i) => `f${i}.${extension[language]}`);
  const wanted = `[${IMPORTS.map(([, one]) => one).join(', ')}]`;
  const body = `const wanted = ${wanted}[Number(file.path.match(/\\d+/)[0])]; file.addImport(wanted); file.addImport(wanted);`;
  const files = Object.fromEntries(IMPORTS.map(([, , before], i) => [paths[i]!, before]));
  const { text, rows } = await ranCodemods(codemod("['rust', 'python', 'typescript']", body), files);
  for (const [i, [, , before, after]] of IMPORTS.entries())
    expect([text(paths[i]!), rows[paths[i]!]]).toMatchObject([
      after ?? before,
      { status: after === null ? 'unchanged' : 'changed', unstable: [] },
    ]);
});

test('one that throws, or whose result does not parse, fails the file', async () => {
  const thrown = await ranCodemods(codemod("['rust']", "throw new Error('no')"), { 'a.rs': 'fn f() {}\n' });
  expect(thrown.rows['a.rs']).toMatchObject({ status: 'failed', why: './mod.ts: no' });
  const broken = await ranCodemods(codemod("['rust']", "file.replace(file.root, 'fn f( {')"), {
    'a.rs': 'fn f() {}\n',
  });
  expect(broken.rows['a.rs']).toMatchObject({
    status: 'failed',
    why: expect.stringContaining('does not parse: line 1'),
  });
});

test('a language that is not read is refused', async () => {
  await expect(ranCodemods(codemod("['go']", ''), { 'a.rs': 'fn f() {}\n' })).rejects.toMatchObject({
    problem: { code: 'codemod-not-loaded', why: expect.stringContaining('none of rust') },
  });
});

test('rules and a file codemod share one tree, and each works on what the one before has made', async () => {
  const { text, parses } = await ranCodemods(
    {
      'a.yml': 'id: a\nlanguage: python\nrule: { pattern: one($A) }\nfix: two($A)\n',
      'b.mjs':
        "export default { languages: ['python'], change(file) { for (const n of file.findAll('two($A)')) file.replace(n, 'three(' + file.matched(n, 'A') + ')'); } };\n",
    },
    { 'a.py': 'one(1)\n', 'b.py': 'none(1)\n' },
  );
  expect(text('a.py')).toBe('three(1)\n');
  // Of a.py as it was, after each of the two; b.py once.
  expect(parses).toBe(4);
});
