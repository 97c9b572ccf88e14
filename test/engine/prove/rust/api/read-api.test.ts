import { describe, expect, it } from 'vitest';
import { compareApis } from '../../../../../src/engine/prove/rust/api/compare-api.ts';
import { readApi } from '../../../../../src/engine/prove/rust/api/read-api.ts';
import {
  type DocItem,
  formatProblem,
  type RustdocJson,
} from '../../../../../src/engine/prove/rust/api/rustdoc-json.ts';

type Inner = DocItem['inner'];
const item = (id: number, name: string | null, inner: Inner, more: Partial<DocItem> = {}): DocItem => ({
  id,
  crate_id: 0,
  name,
  visibility: 'public',
  docs: null,
  links: {},
  deprecation: null,
  attrs: [],
  inner,
  ...more,
});
const module = (items: readonly number[], is_stripped = false): Inner => ({ module: { items, is_stripped } });
const use = (name: string, id: number, source = name, is_glob = false): Inner => ({
  use: { source, name, id, is_glob },
});
const json = (items: readonly DocItem[]): RustdocJson => ({
  root: 0,
  format_version: 57,
  index: Object.fromEntries(items.map((one) => [one.id, one])),
  paths: { 9: { crate_id: 1, path: ['core', 'fmt', 'Debug'] } },
});
const read = (...items: readonly DocItem[]): ReturnType<typeof readApi> =>
  readApi(json(items), { privates: false, fold: (path) => path });

const fn = (id: number, path: string, type: number, more: Partial<DocItem> = {}): DocItem =>
  item(id, 'f', { function: { output: { resolved_path: { path, id: type, args: null } } } }, more);
const before = read(
  item(0, 'demo', module([1, 2])),
  fn(1, 'Foo', 2, { docs: 'Sees [`Foo`].', links: { '`Foo`': 2 } }),
  item(2, 'Foo', { struct: { kind: 'unit', impls: [] } }),
);

describe('the interface of a crate', () => {
  it('does not say which private modules hold its items, nor how code spells them', () => {
    const after = read(
      item(0, 'demo', module([10, 12])),
      item(10, null, use('c', 11, 'c', true)),
      item(11, 'c', module([21], true)),
      item(12, null, use('Foo', 22, 'c::Foo')),
      fn(21, 'super::Foo', 22, {
        docs: 'Sees [`super::Foo`].',
        links: { '`super::Foo`': 22 },
        attrs: [{ other: '#[attr = CfgTrace([NameValue { span: src/c.rs:1:1: 1:9 (#0) }])]' }],
      }),
      item(22, 'Foo', { struct: { kind: 'unit', impls: [] } }),
    );
    expect(compareApis(before, after)).toEqual([]);
  });

  it('says what is gone, what is new and what differs', () => {
    const after = read(
      item(0, 'demo', module([1, 3, 4])),
      fn(1, 'Foo', 2),
      item(2, 'Foo', { struct: { kind: 'unit', impls: [] } }),
      item(3, null, use('Debug', 9, 'std::fmt::Debug')),
      item(4, 'demo', module([0])),
    );
    expect(compareApis(before, after)).toEqual([
      'struct demo::Foo is gone',
      'function demo::f differs: Foo: `"name": "Foo"` was `"name": "demo::Foo"`',
      'module demo::demo is new',
      'module demo::demo::demo is new',
      'use demo::Debug is new',
    ]);
  });

  describe('the docs of inherent blocks', () => {
    const block = (id: number, docs: string | null, items: readonly number[]): DocItem =>
      item(
        id,
        null,
        { impl: { generics: [], for: 1, trait: null, is_unsafe: false, is_negative: false, items } },
        { docs },
      );
    const page = (...blocks: readonly DocItem[]): ReturnType<typeof readApi> =>
      read(
        item(0, 'demo', module([2])),
        item(2, 'Foo', { struct: { kind: 'unit', impls: blocks.map(({ id }) => id) } }),
        ...blocks,
        ...['a', 'b', 'c'].map((name, i) => item(10 + i, name, { function: {} })),
      );
    const whole = page(block(3, '# One', [10, 11]), block(4, null, [12]));

    it('stand above the methods that they stood above', () => {
      expect(compareApis(whole, page(block(3, '# One', [10, 11]), block(5, null, []), block(4, null, [12])))).toEqual(
        [],
      );
      expect(
        compareApis(whole, page(block(3, '# One', [10]), block(5, null, [11]), block(4, null, [12]))),
      ).toHaveLength(1);
    });

    it('come in their order', () => {
      expect(compareApis(whole, page(block(4, null, [12]), block(3, '# One', [10, 11])))).toHaveLength(1);
    });

    it('are asked for where there are some', () => {
      const [a, b] = [block(3, null, [10, 11]), block(4, null, [12])];
      expect(compareApis(page(a, b), page(b, a))).toEqual([]);
    });
  });

  it('is not read in an unknown format', () => {
    expect(formatProblem(57)).toBeNull();
    expect(formatProblem(58)).toBe("rustdoc's JSON has the unknown format_version 58; known: 57");
  });
});
