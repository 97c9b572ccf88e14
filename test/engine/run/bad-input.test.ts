import { expect, test } from 'vitest';
import { ranCodemods } from '../../helpers/ran-codemods.ts';

test('a transform that replaces a built-in fails its file, and spoils no other', async () => {
  const source = `module.exports = (f) => {
    if (f.path.endsWith('/b.js')) String.prototype.slice = () => 'gone';
    return f.source + 'z();\\n';
  };`;
  const files = { 'a.js': 'a();\n', 'b.js': 'b();\n', 'c.js': 'c();\n', 'd.js': 'd();\n' };
  const { rows, text } = await ranCodemods({ 't.js': source }, files);
  expect(Object.values(rows).map(({ status }) => status)).toEqual(['changed', 'failed', 'changed', 'changed']);
  expect(rows['b.js']!.why).toBe('./t.js: it replaced String.prototype.slice');
  expect([text('b.js'), text('c.js')]).toEqual(['b();\n', 'c();\nz();\n']);
});

const RENAMES = {
  'a transform': [
    't.js',
    "module.exports = (f, { j }) => j(f.source).find(j.Identifier, { name: 'a' }).forEach((p) => { p.node.name = 'b'; }).toSource();",
  ],
  rules: ['r.yml', "id: r\nlanguage: javascript\nrule: { kind: identifier, regex: '^a$' }\nfix: b\n"],
  'a file codemod': [
    'c.mjs',
    "export default { languages: ['javascript'], change(file) { for (const n of file.findAll({ rule: { kind: 'identifier', regex: '^a$' } })) file.replace(n, 'b'); } };",
  ],
} as const;

test.each(Object.entries(RENAMES))(
  '%s keeps line ends, the BOM, and indentation that is mixed',
  async (_, [name, codemod]) => {
    const files = {
      'crlf.js': 'function f() {\r\n  a( 1 );\r\n}\r\n',
      'bom.js': '\uFEFFa( 1 );\n',
      'mixed.js': 'function f() {\n\tif (x) {\n        a( 1 );\n\t  y();\n\t}\n}\n',
      'both.js': 'x();\r\na( 1 );\ny();\r\n',
      'none.js': 'x(a)',
    };
    const { text, rows } = await ranCodemods({ [name]: codemod }, files);
    for (const [path, before] of Object.entries(files)) {
      expect(rows[path]).toMatchObject({ status: 'changed', whole: [], unstable: [] });
      expect(text(path)).toBe(before.replace(/\ba\b/, 'b'));
    }
  },
);

test('a hundred thousand files are all accounted for', async () => {
  const files = Object.fromEntries(
    Array.from({ length: 100_000 }, (_, i) => [`f${i}.py`, i % 1_000 === 0 ? 'one(1)\n' : 'x = 1\n']),
  );
  const rules = { 'r.yml': 'id: r\nlanguage: python\nrule: { pattern: one($A) }\nfix: two($A)\n' };
  const { rows, parses } = await ranCodemods(rules, files);
  const changed = Object.values(rows).filter(({ status }) => status === 'changed');
  expect([Object.keys(rows).length, changed.length]).toEqual([100_000, 100]);
  expect(parses).toBe(200);
});
