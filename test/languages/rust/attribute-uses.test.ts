import { expect, test } from 'vitest';
import { readGuards } from '../../../codemods/rust/split-module/guards.ts';
import { parse } from '../../../src/languages/parse.ts';
import { readUses } from '../../../src/languages/rust/read-uses.ts';

// An attribute, and the names that it reads, each with the predicates around it.
test.each([
  [
    '#[cfg_attr(feature = "serde", derive(Serialize), serde(default = "usual"))]',
    ['Serialize feature = "serde"', 'serde feature = "serde"', 'usual feature = "serde"'],
  ],
  ['#[cfg_attr(a, cfg_attr(b, serde(with = "codec::hex")))]', ['serde a,b', 'codec a,b']],
  ['#[cfg_attr(all(a, b), clap(value_parser = parse_size), doc = "x")]', ['clap all(a, b)', 'parse_size all(a, b)']],
  ['#[cfg_attr(test, derive(Debug, mock::Mock))]', ['Debug test', 'mock test']],
  ['#[builder(default = "usual()")]', ['builder ', 'usual ']],
  ['#[garde(custom(is_small), skip)]', ['garde ', 'is_small ']],
  ['#[serde(rename = "width", skip)]', ['serde ']],
  ['#[cfg_attr(docsrs, doc(cfg(feature = "x")))]', []],
])('%s', (attribute, expected) => {
  const syntax = parse(`${attribute}\nstruct S;`, 'rust');
  const guards = readGuards(syntax);
  expect(readUses(syntax, new Set()).map(({ name, at }) => `${name} ${guards.at(at).join()}`)).toEqual(expected);
});

// Only what derives, or the macro around it, reads an attribute of a field or a variant.
test.each([
  ['struct S {\n    #[serde(with = "codec")]\n    a: u8,\n}', ['codec']],
  ['struct S(#[cfg_attr(a, serde(with = "codec"))] u8);', ['codec']],
  ['enum E {\n    #[error("{0}")]\n    A,\n    #[far::kept]\n    B,\n}', ['far']],
])('%s', (text, expected) => {
  const names = readUses(parse(text, 'rust'), new Set()).map(({ name }) => name);
  expect(names.filter((name) => name !== 'u8')).toEqual(expected);
});
