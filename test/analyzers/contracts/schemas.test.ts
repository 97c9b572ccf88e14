import { describe, expect, test } from 'vitest';
import { BOTH, told } from './script-pairs.ts';

const ZOD = 'import { z } from "zod";\n';

describe('schemas of zod', () => {
  test.each<[string, string, string, string[]]>([
    [
      'an object',
      'pub struct Job { id: i32, note: Option<String>, tags: Vec<String> }',
      'export const Job = z.object({ id: z.number().int(), note: z.string().nullable(), tags: z.array(z.string()) });',
      BOTH,
    ],
    [
      'what is inferred from one',
      'pub struct Job { id: i32 }',
      'const Schema = z.object({ id: z.number() });\nexport type Job = z.infer<typeof Schema>;',
      BOTH,
    ],
    [
      'an enum, a literal, and a tag',
      '#[serde(tag = "t", rename_all = "lowercase")]\npub enum Job { A { c: Color }, B }\n#[derive(Serialize, Deserialize)]\npub enum Color { Red, Blue }',
      'const Color = z.enum(["Red", "Blue"]);\nexport const Job = z.discriminatedUnion("t", [z.object({ t: z.literal("a"), c: Color }), z.object({ t: z.literal("b") })]);',
      BOTH,
    ],
    [
      'a strict one',
      'pub struct Job { id: bool, more: bool }',
      'export const Job = z.object({ id: z.boolean() }).strict();',
      ['rust->typescript breaking {"id":true,"more":true}', 'typescript->rust breaking {"id":true}'],
    ],
    [
      'null for an optional one',
      'pub struct Job { note: Option<bool> }',
      'export const Job = z.object({ note: z.boolean().optional() });',
      ['rust->typescript breaking note {"note":null}', 'typescript->rust compatible'],
    ],
    [
      'a default is there once it is read',
      'pub struct Job { size: bool }',
      'export const Job = z.object({ size: z.boolean().default(true) });',
      BOTH,
    ],
    [
      'whole numbers that a double does not hold',
      'pub struct Job { size: u64 }',
      'export const Job = z.object({ size: z.number().int() });',
      ['rust->typescript unknown size at most 9007199254740991 is read', 'typescript->rust compatible'],
    ],
    [
      'what may be required, and is not written',
      'pub struct Job { id: bool, #[serde(skip_serializing)] size: bool }',
      'export const Job = z.object({ id: z.boolean(), size: z.boolean().refine(Boolean) });',
      [
        'rust->typescript unknown size `.refine()` of a schema is not judged',
        'typescript->rust unknown size `.refine()` of a schema is not judged',
      ],
    ],
    [
      'what is not judged',
      'pub struct Job { size: bool }',
      'export const Job = z.object({ size: z.preprocess(Boolean, z.boolean()) });',
      [
        'rust->typescript unknown size `z.preprocess` of a schema is not judged',
        'typescript->rust unknown size `z.preprocess` of a schema is not judged',
      ],
    ],
    [
      'a part of an object',
      'pub struct Job { id: bool, more: bool }',
      'export const Job = z.object({ id: z.boolean(), more: z.boolean() }).partial({ more: true });',
      ['rust->typescript compatible', 'typescript->rust breaking {"id":true}'],
    ],
    [
      'a mask that is not written out',
      'pub struct Job { id: bool }',
      'export const Job = z.object({ id: z.boolean() }).partial(MASK);',
      [
        'rust->typescript unknown `.partial()` of a schema is not judged',
        'typescript->rust unknown `.partial()` of a schema is not judged',
      ],
    ],
    [
      'what is stripped after all',
      'pub struct Job { id: bool, more: Option<bool> }',
      'export const Job = z.object({ id: z.boolean() }).strict().strip();',
      BOTH,
    ],
    [
      'the rest of a tuple',
      'pub struct Job { all: (bool,) }',
      'export const Job = z.object({ all: z.tuple([z.boolean()], z.string()) });',
      [
        'rust->typescript unknown all `the rest of z.tuple` of a schema is not judged',
        'typescript->rust unknown all `the rest of z.tuple` of a schema is not judged',
      ],
    ],
    [
      'an optional item of an array',
      'pub struct Job { all: Vec<bool> }',
      'export const Job = z.object({ all: z.array(z.boolean().optional()) });',
      ['rust->typescript compatible', 'typescript->rust breaking all.0 {"all":[null]}'],
    ],
    [
      'the greater of two lengths',
      'pub struct Job { note: String }',
      'export const Job = z.object({ note: z.string().min(1).min(0) });',
      ['rust->typescript breaking note {"note":""}', 'typescript->rust compatible'],
    ],
    [
      'what may be left out, described',
      'pub struct Job { note: String }',
      'const S = z.string().optional().describe("x");\nexport const Job = z.object({ note: S });',
      ['rust->typescript compatible', 'typescript->rust breaking {}'],
    ],
    [
      'what may be left out, by a function',
      'pub struct Job { note: String }',
      'const S = z.optional(z.string());\nexport const Job = z.object({ note: S });',
      ['rust->typescript compatible', 'typescript->rust breaking {}'],
    ],
    [
      'what may be left out, of a name',
      'pub struct Job { note: String }',
      'const T = z.string();\nconst S = T.optional();\nexport const Job = z.object({ note: S });',
      ['rust->typescript compatible', 'typescript->rust breaking {}'],
    ],
    [
      'what may be left out, in a union',
      'pub struct Job { note: String }',
      'const S = z.union([z.string(), z.string().optional()]);\nexport const Job = z.object({ note: S });',
      ['rust->typescript compatible', 'typescript->rust breaking {}'],
    ],
    [
      'what may be left out, by two names',
      'pub struct Job { note: String }',
      'const T = z.string().optional();\nconst S = T.describe("x");\nexport const Job = z.object({ note: S });',
      ['rust->typescript compatible', 'typescript->rust breaking {}'],
    ],
    [
      'what may be left out, and then null',
      'pub struct Job { note: String }',
      'const S = z.string().optional().nullable();\nexport const Job = z.object({ note: S });',
      ['rust->typescript compatible', 'typescript->rust breaking {}'],
    ],
    [
      'a schema that is itself',
      'pub struct Job { note: String }',
      'const S = z.lazy(() => S);\nexport const Job = z.object({ note: S });',
      [
        'rust->typescript unknown note `S` of a schema is not judged',
        'typescript->rust unknown note `S` of a schema is not judged',
      ],
    ],
  ])('%s', (_, rust, script, expected) => {
    expect(told(rust, ZOD + script)).toEqual(expected);
  });
});

describe('a number of zod may be infinite, which is written as null', () => {
  const SCHEMA = 'export const Job = z.object({ size: z.number() });';
  const NULL = 'typescript->rust breaking size {"size":null}';
  test.each<[string, string, string | null, RegExp | string]>([
    ['zod 3 says so', 'zod/v3', null, NULL],
    ['zod 4 takes none', 'zod/v4', null, 'typescript->rust compatible'],
    ['the manifest tells', 'zod', '{ "dependencies": { "zod": "^3.25.0" } }', NULL],
    ['a newer one', 'zod', '{ "devDependencies": { "zod": "4.1.0" } }', 'typescript->rust compatible'],
    ['a range of both', 'zod', '{ "peerDependencies": { "zod": "^3.25 || ^4" } }', /^typescript->rust unknown size/],
    ['nothing tells', 'zod', null, /^typescript->rust unknown size/],
  ])('%s', (_, from, manifest, expected) => {
    const more = manifest === null ? {} : { 'web/package.json': manifest };
    const script = `import { z } from "${from}";\n${SCHEMA}`;
    const all = told('pub struct Job { size: f64 }', script, more, 'floats = "any"\n');
    expect(all.filter((one) => one.startsWith('typescript'))).toEqual([
      expected instanceof RegExp ? expect.stringMatching(expected) : expected,
    ]);
  });
});

const manifestOf = (version: string): Readonly<Record<string, string>> => ({
  'web/package.json': JSON.stringify({ name: 'web', dependencies: { zod: version } }),
});

test.each<[string, string, string, string[], string[]]>([
  [
    'anything',
    'pub struct Job {}',
    'z.object({ a: z.any() })',
    ['rust->typescript compatible'],
    ['rust->typescript breaking {}'],
  ],
  [
    'whole numbers',
    'pub struct Job { a: i64 }',
    'z.object({ a: z.number().int() })',
    ['rust->typescript compatible'],
    ['rust->typescript breaking a {"a":9223372036854775807}'],
  ],
  [
    'a default that may be left out',
    'pub struct Job { a: String }',
    'z.object({ a: z.string().default("x").optional() })',
    ['typescript->rust breaking {}'],
    ['typescript->rust compatible'],
  ],
  [
    'fields with a default that may be left out',
    'pub struct Job { a: String }',
    'z.object({ a: z.string().default("x") }).partial()',
    ['typescript->rust breaking {}'],
    ['typescript->rust compatible'],
  ],
  [
    'a default or something else',
    'pub struct Job { a: String }',
    'z.object({ a: z.string().default("x").or(z.literal("q")) })',
    ['typescript->rust compatible'],
    ['typescript->rust compatible'],
  ],
  [
    'strict objects together',
    'pub struct Job { a: String, b: String }',
    'z.intersection(z.object({ a: z.string() }).strict(), z.object({ b: z.string() }))',
    ['rust->typescript unknown `z.intersection` of strict objects is not judged before zod 4'],
    ['rust->typescript compatible'],
  ],
])('zod 3 and 4 differ: %s', (_, rust, schema, of3, of4) => {
  const script = `${ZOD}export const Job = ${schema};\n`;
  expect(told(rust, script, manifestOf('^3.25.0'))).toEqual(expect.arrayContaining(of3));
  expect(told(rust, script, manifestOf('^4.1.0'))).toEqual(expect.arrayContaining(of4));
});
