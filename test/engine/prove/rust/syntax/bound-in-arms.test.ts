import { expect, test } from 'vitest';
import { isBoundInArms } from '../../../../../src/engine/prove/rust/syntax/bound-in-arms.ts';

test.each<[string, boolean]>([
  ['match $x { Ok(v) => v, Err(error) => return Err(error), }', true],
  ['match $x { Err(error) => { return Err(error); } }', true],
  ['match $x { Err(mut error) => { error.add(); return Err(error) } Ok(v) => v }', true],
  // Outside of the arm it is another one.
  ['match $x { Err(error) => return Err(error), Ok(v) => v }.map_err(error)', false],
  ['error(1); match $x { Err(error) => return Err(error), Ok(v) => v }', false],
  ['match $x { Err(error) => { 1 } Ok(v) => log(error) }', false],
  // Within it a path or a macro means the module or the macro.
  ['match $x { Err(error) => return Err(error::new(error)), Ok(v) => v }', false],
  ['match $x { Err(error) => return Err(error!(error)), Ok(v) => v }', false],
  ['match $x { Err(error) => return Err(crate::error), Ok(v) => v }', false],
  // A text may hold anything.
  ['match $x { Err(error) => panic!("}", error), Ok(v) => v }', false],
  ['let error = 1; f(error)', false],
])('%s: %s', (body, isBound) => {
  expect(isBoundInArms(body, 'error')).toBe(isBound);
});

test('a constant may be compared with', () => {
  expect(isBoundInArms('match $x { Err(LIMIT) => 1, _ => 2 }', 'LIMIT')).toBe(false);
});
