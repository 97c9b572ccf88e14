import type { Division } from './static-sabotages.ts';
import { moved } from './static-tokens.ts';

const M = 'src/m.rs';
const F = 'pub fn f() -> i32 {\n    1\n}\n';

/** Words that the parser is not shown, because its grammar does not know them, are compared all the same. */
const word = (name: string, fails: string | null, was: string, is: string): Division => {
  const [, item] = /(?:struct|fn|type|static) (\w+)/.exec(was)!;
  return moved('hidden words', name, fails, `${was}\n${F}`, `${is}\n${F}`, {
    [M]: `mod part;\n\npub use part::{${item}, f};\n\npub fn rest() -> i32 {\n    3\n}\n`,
  });
};

const FOREIGN = (item: string, block = 'unsafe '): string => `${block}extern "C" {\n    ${item}\n}\n`;
const BOUND = (bound: string): string => `pub struct Bound<T${bound}>(pub T);\n`;
const ATTRIBUTE = (attribute: string): string => `pub fn g(${attribute} x: u32) -> u32 {\n    x\n}\n`;

export const STATIC_HIDDEN: readonly Division[] = [
  word('a safe function stays so', null, FOREIGN('pub safe fn g();'), FOREIGN('pub safe fn g();')),
  word('a safe function no more', M, FOREIGN('pub safe fn g();'), FOREIGN('pub fn g();')),
  word('a block no longer unsafe', M, FOREIGN('pub fn g();'), FOREIGN('pub fn g();', '')),
  word('a static no longer unsafe', M, FOREIGN('pub unsafe static G: u8;'), FOREIGN('pub static G: u8;')),
  word('a foreign type no longer public', M, FOREIGN('pub type G;'), FOREIGN('type G;')),
  word('a bound of nothing', null, BOUND(':'), BOUND(':')),
  word('a bound that ends', M, BOUND(': Copy +'), BOUND(': Copy')),
  word('another number', M, 'pub type G = Shift<-1>;\n', 'pub type G = Shift<-2>;\n'),
  word('another sign', M, 'pub type G = Shift<-1>;\n', 'pub type G = Shift<1>;\n'),
  word('attributes of parameters', null, ATTRIBUTE('#[a] #[b]'), ATTRIBUTE('#[a] #[b]')),
  word('other attributes of parameters', M, ATTRIBUTE('#[a] #[b]'), ATTRIBUTE('#[a] #[c]')),
  word(
    'no attribute of a field',
    M,
    'pub fn g(p: P) -> u32 {\n    let P { #[cfg(any())] a, .. } = p;\n    1\n}\n',
    'pub fn g(p: P) -> u32 {\n    let P { a, .. } = p;\n    1\n}\n',
  ),
  word(
    'another lifetime of an object',
    M,
    "pub type G<'a> = Box<dyn 'a + Send>;\n",
    "pub type G<'a> = Box<dyn 'static + Send>;\n",
  ),
];
