import { describe, expect, test } from 'vitest';
import { contracts } from '../../../analyzers/contracts/index.ts';
import { suggestContracts } from '../../../analyzers/contracts/suggest.ts';
import { writeContractTests } from '../../../codemods/workspace/write-contract-tests/index.ts';
import { parseConfig } from '../../../src/config/parse-config.ts';
import { readManifests } from '../../../src/workspace/read-manifests.ts';
import type { View } from '../../../src/workspace/view.ts';
import { memoryView } from '../../helpers/memory-view.ts';

const CONTRACT = '[[contract]]\nid = "job"\nrust = "core::Job"\npython = "acme.Job"\n';
const RUST = 'use serde::{Deserialize, Serialize};\nuse std::collections::HashMap;\n';
const PYTHON =
  'from dataclasses import dataclass\nfrom enum import StrEnum\nfrom typing import Annotated, Any, Literal, Optional, TypedDict, Union\nfrom pydantic import BaseModel, ConfigDict, Field\nfrom pydantic.alias_generators import to_camel\n';

const viewOf = (rust: string, python: string, config: string, more: Readonly<Record<string, string>> = {}): View =>
  memoryView(
    {
      'Cargo.toml': '[package]\nname = "core"\nversion = "0.1.0"\nedition = "2021"\n',
      'src/lib.rs': RUST + rust,
      'acme.py': PYTHON + python,
      'omni-refactor.toml': config,
      ...more,
    },
    { readManifests, config: parseConfig(config, 'omni-refactor.toml') },
  );

/** `rust->python compatible`, or with the place and the payload of what is not. */
const told = (rust: string, python: string, more = 'direction = "both"\npython-writes = ["by-alias"]\n'): string[] =>
  contracts
    .run(viewOf(rust, python, `${CONTRACT}${more}`))
    .details.map(({ name, values }) =>
      [name.slice(4), values?.verdict, values?.where, values?.example].filter((part) => part).join(' '),
    );

const STRUCT = '#[derive(Serialize, Deserialize)]\n';

describe('both directions', () => {
  test.each<[string, string, string, string[]]>([
    [
      'the same',
      'pub struct Job { id: u8, note: Option<String> }',
      'class Job(BaseModel):\n    id: int = Field(ge=0, le=255)\n    note: str | None = None\n',
      ['rust->python compatible', 'python->rust compatible'],
    ],
    [
      'an Optional without a default is required',
      'pub struct Job { #[serde(skip_serializing_if = "Option::is_none")] note: Option<String> }',
      'class Job(BaseModel):\n    note: Optional[str]\n',
      ['rust->python breaking {}', 'python->rust compatible'],
    ],
    [
      'null for a field that only has a default',
      'pub struct Job { #[serde(default)] size: i64 }',
      'class Job(BaseModel):\n    size: int | None = None\n',
      ['rust->python compatible', 'python->rust breaking size {"size":null}'],
    ],
    [
      'digits part serde and pydantic',
      '#[serde(rename_all = "camelCase")]\npub struct Job { field_1a: i64 }',
      'class Job(BaseModel):\n    model_config = ConfigDict(alias_generator=to_camel)\n    field_1a: int\n',
      ['rust->python breaking {"field1a":1}', 'python->rust breaking {"field1A":1}'],
    ],
    [
      'r# is no part of a name',
      'pub struct Job { r#type: bool }',
      'class Job(BaseModel):\n    type: bool\n',
      ['rust->python compatible', 'python->rust compatible'],
    ],
    [
      'an Option in an Option is written as null',
      'pub struct Job { #[serde(skip_serializing_if = "Option::is_none")] a: Option<Option<bool>> }',
      'class Job(BaseModel):\n    a: bool = True\n',
      ['rust->python breaking a {"a":null}', 'python->rust compatible'],
    ],
    [
      'unknown keys',
      '#[serde(deny_unknown_fields)]\npub struct Job { a: bool }',
      'class Job(BaseModel):\n    model_config = ConfigDict(extra="forbid")\n    a: bool\n    b: bool = False\n',
      ['rust->python compatible', 'python->rust breaking {"a":true,"b":true}'],
    ],
    [
      'variants in snake_case',
      '#[serde(rename_all = "snake_case")]\npub enum Job { IOError, Done }',
      'class Job(StrEnum):\n    IO = "io_error"\n    DONE = "done"\n',
      ['rust->python breaking "i_o_error"', 'python->rust breaking "io_error"'],
    ],
    [
      'a tag',
      '#[serde(tag = "t")]\npub enum Job { A { x: i64 }, B }',
      'class A(BaseModel):\n    t: Literal["A"]\n    x: int\nclass B(BaseModel):\n    t: Literal["B"]\nJob = Annotated[Union[A, B], Field(discriminator="t")]\n',
      ['rust->python compatible', 'python->rust compatible'],
    ],
    [
      'a tag and content',
      '#[serde(tag = "t", content = "c")]\npub enum Job { A(i64), B }',
      'class A(BaseModel):\n    t: Literal["A"]\n    c: int\nclass B(BaseModel):\n    t: Literal["B"] = "B"\nJob = Union[A, B]\n',
      ['rust->python compatible', 'python->rust compatible'],
    ],
    [
      'no tag',
      '#[serde(untagged)]\npub enum Job { A(i64), B(String) }',
      'Job = Union[int, str]\n',
      ['rust->python compatible', 'python->rust compatible'],
    ],
    [
      'flattened',
      'pub struct Job { id: i64, #[serde(flatten)] more: More }\n#[derive(Serialize, Deserialize)]\npub struct More { x: bool }',
      'class Job(BaseModel):\n    id: int\n    x: bool\n',
      ['rust->python compatible', 'python->rust compatible'],
    ],
    [
      'a type that holds itself',
      'pub struct Job { next: Option<Box<Job>> }',
      'class Job(BaseModel):\n    next: Optional["Job"] = None\n',
      ['rust->python compatible', 'python->rust compatible'],
    ],
    [
      'a dataclass',
      'pub struct Job { at: f64, tags: Vec<String> }',
      '@dataclass\nclass Job:\n    at: float\n    tags: list[str]\n',
      ['rust->python compatible', 'python->rust compatible'],
    ],
    [
      'a TypedDict',
      'pub struct Job { a: bool, b: bool }',
      'class Job(TypedDict, total=False):\n    a: bool\n    b: bool\n',
      ['rust->python compatible', 'python->rust breaking {}'],
    ],
    [
      'with',
      'pub struct Job { #[serde(with = "secs")] at: u64 }',
      'class Job(BaseModel):\n    at: str\n',
      ['rust->python unknown at', 'python->rust unknown at'],
    ],
    [
      'a generic type',
      'pub struct Page<T> { items: Vec<T> }\npub type Job = Page<bool>;',
      'class Job(BaseModel):\n    items: list[bool]\n',
      ['rust->python compatible', 'python->rust compatible'],
    ],
    [
      'a map',
      'pub struct Job { of: HashMap<u32, bool> }',
      'class Job(BaseModel):\n    of: dict[int, bool]\n',
      ['rust->python compatible', 'python->rust breaking of.-1 {"of":{"-1":true}}'],
    ],
    [
      'an alias that is read and never written',
      'pub struct Job { #[serde(alias = "old")] a: bool }',
      'class Job(BaseModel):\n    old: bool\n',
      ['rust->python breaking {"a":true}', 'python->rust compatible'],
    ],
  ])('%s', (_, rust, python, expected) => {
    expect(told(STRUCT + rust, python)).toEqual(expected);
  });

  test('aliases are unknown until somebody says whether they are written', () => {
    const python = 'class Job(BaseModel):\n    a: bool = Field(alias="b")\n';
    const rust = `${STRUCT}pub struct Job { b: bool }`;
    expect(told(rust, python, 'direction = "python->rust"\n')).toEqual(['python->rust unknown']);
    expect(told(rust, python, 'direction = "python->rust"\npython-writes = ["by-name"]\n')).toEqual([
      'python->rust breaking {"a":true}',
    ]);
  });

  test('floats and integers are as large as the contract says', () => {
    const python = 'class Job(BaseModel):\n    a: int\n    x: float\n';
    const rust = `${STRUCT}pub struct Job { a: i64, x: f64 }`;
    expect(told(rust, python, 'direction = "both"\nfloats = "any"\nintegers = "any"\n')).toEqual([
      'rust->python breaking x {"a":1,"x":null}',
      'python->rust breaking x {"a":1,"x":null}',
    ]);
  });
});

test('a JSON Schema stands between the two, and both ends are named', () => {
  const schema = { type: 'object', properties: { a: { type: 'integer', maximum: 9 } }, required: ['a'] };
  const config = `${CONTRACT}schema = "job.json"\ndirection = "rust->python"\n`;
  const view = viewOf(`${STRUCT}pub struct Job { a: u8 }`, 'class Job(BaseModel):\n    a: int\n', config, {
    'job.json': JSON.stringify(schema, null, 2),
  });
  const { findings, details } = contracts.run(view);
  expect(details.map(({ name, found }) => `${name} ${found.split(' ')[0]}`)).toEqual([
    'job rust->python compatible',
    'job rust->schema breaking',
    'job schema->python compatible',
  ]);
  expect(findings).toMatchObject([{ rule: 'contract-breaking', place: { path: 'job.json', line: 4 } }]);
  expect(findings[0]!.what).toContain('src/lib.rs:4 writes core::Job, job.json:1 reads job.json');
});

test('a key that nobody reads beside one that nobody writes', () => {
  const config = `${CONTRACT}direction = "rust->python"\n`;
  const rust = `${STRUCT}pub struct Job { created: bool, id: bool }`;
  const { findings } = contracts.run(
    viewOf(rust, 'class Job(BaseModel):\n    id: bool\n    made: bool = False\n', config),
  );
  expect(findings).toMatchObject([{ rule: 'contract-lost', symbol: 'job rust->python created', severity: 'warning' }]);
});

test('what is not there is told at line and column, and the rest goes on', () => {
  const config = `${CONTRACT.replace('core::Job', 'core::Lost')}direction = "both"\n${CONTRACT.replace('"job"', '"again"')}direction = "rust->python"\n`;
  const { findings, details } = contracts.run(viewOf(`${STRUCT}pub struct Job;`, 'Job = None\n', config));
  expect(findings).toMatchObject([
    { rule: 'contract-config', symbol: 'job: core::Lost', place: { path: 'omni-refactor.toml', line: 3, column: 1 } },
  ]);
  expect(details).toHaveLength(1);
});

test('constants of every side', () => {
  const config =
    '[[contract-constant]]\nid = "done"\nrust = "core::DONE"\npython = "acme.DONE"\nschema = "job.json#/$id"\ntypescript = "web.ts#DONE"\n';
  const view = viewOf('pub const DONE: &str = "job.done";', 'DONE = "job.finished"\n', config, {
    'job.json': '{\n  "$id": "job.done"\n}\n',
    'web.ts': 'export const DONE = "job.done" as const;\n',
  });
  expect(contracts.run(view).findings).toMatchObject([
    { rule: 'contract-constant', symbol: 'done', place: { path: 'acme.py', line: 6 } },
  ]);
});

test('without a contract it is off', () => {
  expect(contracts.run(viewOf('', '', ''))).toMatchObject({ findings: [], checked: {}, details: [] });
});

test('types of one name with fields in common are suggested, those declared are not', () => {
  const rust = `${STRUCT}pub struct Job { created_at: i64 }`;
  const python = 'class Job(BaseModel):\n    createdAt: int\n';
  expect(suggestContracts(viewOf(rust, python, ''))).toMatchObject([
    { id: 'job', sides: { rust: 'core::Job', python: 'acme.Job' }, shared: ['createdat'] },
  ]);
  expect(suggestContracts(viewOf(rust, python, `${CONTRACT}direction = "both"\n`))).toEqual([]);
});

test('TypeScript is one of the three sides that are suggested', () => {
  const rust = `${STRUCT}pub struct Job { created_at: i64 }\n${STRUCT}pub enum Color { Red, Blue }`;
  const more = {
    'web/job.ts': 'export interface Job { createdAt: number }\nexport type Color = "red" | "blue";\n',
  };
  const python = 'class Job(BaseModel):\n    createdAt: int\n';
  expect(suggestContracts(viewOf(rust, python, '', more)).map(({ id, sides }) => [id, sides])).toEqual([
    ['color', { rust: 'core::Color', typescript: 'web/job.ts#Color' }],
    ['job', { python: 'acme.Job', typescript: 'web/job.ts#Job' }],
    ['job-rust-python', { rust: 'core::Job', python: 'acme.Job' }],
    ['job-rust-typescript', { rust: 'core::Job', typescript: 'web/job.ts#Job' }],
  ]);
});

test('guard tests of both sides hold the same payloads, and nothing of others is replaced', () => {
  const rust = `${STRUCT}pub struct Job { id: u8 }`;
  const python = 'class Job(BaseModel):\n    id: int = Field(ge=0, le=255)\n';
  const config = `${CONTRACT}direction = "both"\n`;
  const made = writeContractTests.run(viewOf(rust, python, config), { rust: 'tests/c.rs', python: 'test_c.py' });
  if (made.status !== 'changed') throw new Error('refused');
  const after = viewOf(rust, python, config).overlay(made.changeSet);
  expect(after.text('tests/c.rs')).toContain('keeps::<core::Job>(payload);');
  expect(after.text('tests/c.rs')).toContain('r#"{"id":255}"#,');
  expect(after.text('test_c.py')).toContain('\'{"id":255}\',');
  const again = writeContractTests.run(after, { rust: 'tests/c.rs', python: 'acme.py' });
  expect(again).toMatchObject({
    changeSet: { create: [], edit: [] },
    notes: ['kept acme.py as it is: it is not of this command'],
  });
});
