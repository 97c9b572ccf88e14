import { describe, expect, it } from 'vitest';
import { keyOf, normalTokens } from '../../../../src/engine/prove/rust/syntax/normal-tokens.ts';
import { readTokenMacros } from '../../../../src/engine/prove/rust/syntax/token-macros.ts';
import { parse } from '../../../../src/languages/parse.ts';
import { memoryView } from '../../../helpers/memory-view.ts';

const key = (body: string): string => {
  const syntax = parse(`fn f(x: u8) -> u8 { ${body} }`, 'rust');
  return keyOf(
    normalTokens(syntax, 0, syntax.size, {
      path: 'a.rs',
      depth: 0,
      root: false,
      modulePath: () => null,
      reaches: () => true,
      fileOf: () => 'a.rs',
      macros: readTokenMacros(memoryView({ 'a.rs': '' }), 'a.rs'),
    }),
  );
};

describe('what rustfmt adds with a line break is layout', () => {
  it.each([
    ['an arm', 'match x { 1 => { x } _ => 2, }', 'match x { 1 => x, _ => 2 }'],
    ['an arm that holds a match', 'match x { _ => { match x { _ => 1 } } }', 'match x { _ => match x { _ => 1 }, }'],
    ['a closure', 'g(|y| { y + x })', 'g(|y| y + x)'],
  ])('%s', (_, long, short) => expect(key(long)).toBe(key(short)));

  it.each([
    ['a statement', 'match x { 1 => { g(); } _ => {} }', 'match x { 1 => g(), _ => {} }'],
    ['two expressions', 'match x { _ => { g(); x } }', 'match x { _ => { x } }'],
    ['a block of its own', '{ x }', 'x'],
    ['an unsafe block', 'match x { _ => unsafe { x } }', 'match x { _ => x }'],
    ['another arm', 'match x { 1 => 2, _ => 3 }', 'match x { 1 => 3, _ => 2 }'],
  ])('%s is not', (_, one, other) => expect(key(one)).not.toBe(key(other)));
});
