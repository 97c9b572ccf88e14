import { describe, expect, test } from 'vitest';
import { contracts } from '../../../analyzers/contracts/index.ts';
import { parseConfig } from '../../../src/config/parse-config.ts';
import { BOTH, CONTRACT, told, viewOf } from './script-pairs.ts';

describe('types that agree', () => {
  test.each<[string, string, string]>([
    [
      'an interface',
      'pub struct Job { id: u32, note: Option<String> }',
      'export interface Job { id: number; note: string | null }',
    ],
    [
      'a type',
      'pub struct Job { id: u32, tags: Vec<String> }',
      'export type Job = { readonly id: number; tags: readonly string[] };',
    ],
    [
      'names of serde',
      '#[serde(rename_all = "camelCase")]\npub struct Job { field_1a: bool, r#type: String }',
      "export interface Job { field1a: boolean; 'type': string }",
    ],
    [
      'a union of literals',
      '#[serde(rename_all = "snake_case")]\npub enum Job { InProgress, Done }',
      "export type Job = 'in_progress' | 'done';",
    ],
    [
      'an enum',
      '#[serde(rename_all = "lowercase")]\npub enum Job { Red, Blue }',
      'export enum Job { Red = "red", Blue = "blue" }',
    ],
    [
      'a tag',
      '#[serde(tag = "kind")]\npub enum Job { Run { at: f64 }, Stop }',
      "interface Run { kind: 'Run'; at: number }\nexport type Job = Run | { kind: 'Stop' };",
    ],
    ['a record', 'pub struct Job { at: HashMap<String, i64> }', 'export interface Job { at: Record<string, number> }'],
    [
      'an index',
      'pub struct Job { at: HashMap<String, bool> }',
      'export interface Job { at: { [key: string]: boolean } }',
    ],
    [
      'a tuple',
      'pub struct Job { at: (f64, String) }',
      'export interface Job { at: [number, label: string] }'.replace('label: ', ''),
    ],
    [
      'a base',
      'pub struct Job { id: u8, x: bool }',
      'interface Base { id: number }\nexport interface Job extends Base { x: boolean }',
    ],
    [
      'an intersection',
      'pub struct Job { id: u8, x: bool }',
      'type Base = { id: number };\nexport type Job = Base & { x: boolean };',
    ],
    [
      'a brand',
      'pub struct Job { id: String }',
      "type Id = string & { readonly __brand: 'Id' };\nexport type Job = { id: Id };",
    ],
    [
      'a generic type',
      'pub struct Job { at: Page }\n#[derive(Serialize, Deserialize)]\npub struct Page { items: Vec<u8> }',
      'interface Page<T, N = T[]> { items: N }\nexport interface Job { at: Page<number> }',
    ],
    [
      'a type that holds itself',
      'pub struct Job { next: Option<Box<Job>> }',
      'export interface Job { next: Job | null }',
    ],
    [
      'declarations that merge',
      'pub struct Job { a: u8, b: u8 }',
      'export interface Job { a: number }\nexport interface Job { b: number }',
    ],
    [
      'a picked type',
      'pub struct Job { a: u8 }',
      "interface All { a: number; b: string }\nexport type Job = Pick<All, 'a'>;",
    ],
    [
      'what is left out of a type',
      'pub struct Job { a: u8 }',
      "interface All { a: number; b: string }\nexport type Job = Readonly<Omit<All, 'b'>>;",
    ],
  ])('%s', (_, rust, script) => {
    expect(told(rust, script)).toEqual(BOTH);
  });

  test('a type of another file, by a barrel and a path', () => {
    const more = {
      'web/types/index.ts': 'export * from "./base.js";\nexport type { Inner as Named } from "./base";\n',
      'web/types/base.ts': 'export interface Inner { x: number }\n',
    };
    const script =
      'import type { Named } from "./types";\nimport * as all from "./types/index.js";\nexport interface Job { a: Named; b: all.Inner }\n';
    expect(
      told(
        'pub struct Job { a: Inner, b: Inner }\n#[derive(Serialize, Deserialize)]\npub struct Inner { x: u8 }',
        script,
        more,
      ),
    ).toEqual(BOTH);
  });
});

describe('types that do not', () => {
  test.each<[string, string, string, string[]]>([
    [
      'null for what may only be left out',
      'pub struct Job { note: Option<String> }',
      'export interface Job { note?: string }',
      ['rust->typescript breaking note {"note":null}', 'typescript->rust compatible'],
    ],
    [
      'left out where it is required',
      'pub struct Job { #[serde(skip_serializing_if = "Option::is_none")] note: Option<String> }',
      'export interface Job { note: string | null }',
      ['rust->typescript breaking {}', 'typescript->rust compatible'],
    ],
    [
      'undefined for what Rust needs',
      'pub struct Job { note: String }',
      'export interface Job { note: string | undefined }',
      ['rust->typescript compatible', 'typescript->rust breaking {}'],
    ],
    [
      'undefined in a list is null',
      'pub struct Job { at: Vec<bool> }',
      'export interface Job { at: (boolean | undefined)[] }',
      ['rust->typescript compatible', 'typescript->rust breaking at.0 {"at":[null]}'],
    ],
    [
      'a literal that nobody reads',
      '#[serde(rename_all = "snake_case")]\npub enum Job { IOError }',
      "export type Job = 'io_error';",
      ['rust->typescript breaking "i_o_error"', 'typescript->rust breaking "io_error"'],
    ],
    [
      'an enum of numbers',
      'pub enum Job { A, B }',
      'export enum Job { A, B }',
      ['rust->typescript breaking "A"', 'typescript->rust breaking 0'],
    ],
    [
      'a string for a number',
      'pub struct Job { id: String }',
      'export interface Job { id: number }',
      ['rust->typescript breaking id {"id":""}', 'typescript->rust breaking id {"id":1}'],
    ],
    [
      'a date',
      'pub struct Job { at: i64 }',
      'export interface Job { at: Date }',
      [
        'rust->typescript unknown at JSON.parse makes no `Date`',
        'typescript->rust breaking at {"at":"2024-02-29T12:30:00Z"}',
      ],
    ],
  ])('%s', (_, rust, script, expected) => {
    expect(told(rust, script)).toEqual(expected);
  });

  test('both spans stand in the finding, at the field', () => {
    const view = viewOf(
      'pub struct Job { note: Option<String> }',
      'export interface Job {\n  note?: string;\n}\n',
      `${CONTRACT}direction = "rust->typescript"\n`,
    );
    const [finding] = contracts.run(view).findings;
    expect(finding?.place).toMatchObject({ path: 'web/job.ts', line: 2 });
    expect(finding?.what).toContain('src/lib.rs:4 writes core::Job, web/job.ts:1 reads web/job.ts#Job');
  });

  test('a fraction is only written where numbers are taken to be any', () => {
    const [rust, script] = ['pub struct Job { id: u32 }', 'export interface Job { id: number }'];
    expect(told(rust, script)).toEqual(BOTH);
    expect(told(rust, script, {}, 'numbers = "any"\n')[1]).toBe('typescript->rust breaking id {"id":-1}');
  });
});

describe('what cannot be told is unknown, by name', () => {
  test.each<[string, string, string]>([
    ['a class', 'export class Job { id = 1 }', 'Job is a class: what JSON.stringify writes of it is not judged'],
    ['a method', 'export interface Job { run(): void }', '`run(): void` is nothing that JSON has'],
    [
      'a type of a package',
      'import type { Job as J } from "pkg";\nexport type Job = J;',
      'Job of pkg is a type that is not judged',
    ],
    [
      'a conditional type',
      'export type Job = string extends number ? 1 : 2;',
      'the type `string extends number ? 1 : 2` is not judged',
    ],
    ['a map', 'export type Job = Map<string, number>;', 'Map is a type of which nobody here knows how it is written'],
    [
      'a tuple of any length',
      'export type Job = [number, ...string[]];',
      'the type `[number, ...string[]]` is not judged',
    ],
    [
      'a name that is not there',
      'import { Job as J } from "./gone";\nexport type Job = J;',
      'Job of web/gone is a type that is not judged',
    ],
    ['an alias in a circle', 'export type Job = Job;', 'reads typescript web/job.ts#Job<> is defined by itself'],
  ])('%s', (_, script, why) => {
    const found = told('pub struct Job { id: u32 }', script);
    expect(found[0]).toBe(`rust->typescript unknown ${why}`);
    expect(found[1]).toContain('typescript->rust unknown');
  });

  test('a type or file that is not there is for the configuration to mend', () => {
    for (const text of ['web/job.ts#Lost', 'web/lost.ts#Job', 'Cargo.toml#Job']) {
      const config = `${CONTRACT.replace('web/job.ts#Job', text)}direction = "both"\n`;
      expect(contracts.run(viewOf('pub struct Job;', 'export type Job = 1;', config)).findings).toMatchObject([
        { rule: 'contract-config', place: { path: 'omni-refactor.toml', line: 4 } },
      ]);
    }
  });

  test('a direction that names no side of the contract is an error at its place', () => {
    const config = '[[contract]]\nid = "a"\nrust = "core::A"\npython = "a.A"\ndirection = "rust->typescript"\n';
    expect(() => parseConfig(config, 'omni-refactor.toml')).toThrow(/omni-refactor.toml:5:1/);
  });
});

test('three sides are compared each with each', () => {
  const config = `${CONTRACT}python = "acme.Job"\ndirection = "both"\n`;
  const python = 'from pydantic import BaseModel\nclass Job(BaseModel):\n    id: bool\n';
  const view = viewOf('pub struct Job { id: bool }', 'export interface Job { id: boolean }', config, {
    'acme.py': python,
  });
  expect(contracts.run(view).details.map(({ name, values }) => `${name} ${values?.verdict}`)).toEqual([
    'job rust->python compatible',
    'job rust->typescript compatible',
    'job python->rust compatible',
    'job python->typescript compatible',
    'job typescript->rust compatible',
    'job typescript->python compatible',
  ]);
});
