import { expect, test } from 'vitest';
import { parse } from '../../../src/languages/parse.ts';
import { byUse, printUse } from '../../../src/languages/rust/print-use.ts';
import { keepLeaves, readUseItem, type UseItem } from '../../../src/languages/rust/use-item.ts';

const treeOf = (text: string): UseItem => readUseItem(parse(text, 'rust'), 1)!;

// What rustfmt 1.9 leaves as it is, by edition.
test.each([
  ['2021', 'use std::{fmt, io};'],
  ['2021', 'use a::{self, r#type, snake, Camel, B2, LIMIT};'],
  ['2024', 'use a::{self, B2, Camel, LIMIT, item_2, item_10, snake, r#type};'],
  [
    '2021',
    `use crate::{
    byte_record::{ByteRecord, Position},
    error::Result,
    fmt, io,
    string_record::StringRecord,
    Trim,
};`,
  ],
  [
    '2021',
    `use very_long_module_name::another_module::{
    first_function_of_it, second_function_of_it, AType, AnotherTypeWithALongName, YetAnotherType,
};`,
  ],
])('%s %s', (edition, text) => {
  expect(printUse('use ', treeOf(text), { edition, width: 100 }).join('\n')).toBe(text);
});

test('uses stand in the order of their paths: super, crate, names', () => {
  const sorted = [
    'use super::b;',
    'use super::{a, c};',
    'use crate::m;',
    'use a::*;',
    'use a::{b, c};',
    'use std::fmt;',
    'use B::c;',
  ];
  const again = sorted.map(treeOf).reverse().sort(byUse('2021'));
  expect(again.flatMap((item) => printUse('use ', item, { edition: '2021', width: 100 }))).toEqual(sorted);
});

// A tree, the leaves to keep, and what is left.
test.each([
  ['use std::{fmt, io::{self, Read, Write as W}};', [0, 3], 'use std::{fmt, io::Write as W};'],
  ['use std::{fmt, io::{self, Read}};', [1], 'use std::io;'],
  ['use {a::b, c};', [1], 'use c;'],
  ['use a::{b::*, c};', [0], 'use a::b::*;'],
  ['use a::{self as x, c};', [0], 'use a as x;'],
  ['use crate::error::{self, Result};', [0], 'use crate::error::{self};'],
  ['use crate::error::{self, Result};', [1], 'use crate::error::Result;'],
])('%s with %s', (text, leaves, expected) => {
  const kept = keepLeaves(treeOf(text), (leaf) => leaves.includes(leaf))!;
  expect(printUse('use ', kept, { edition: '2021', width: 100 }).join('\n')).toBe(expected);
});

test('a use that holds comments is not taken apart', () => {
  expect(readUseItem(parse('use a::{b, /* why */ c};', 'rust'), 1)).toBeNull();
});
