import { expect, test } from 'vitest';
import { shortUnit } from '../../../src/report/plan/short-unit.ts';

test.each([
  ['fn parse', 'parse()'],
  ['def parse', 'parse()'],
  ['class Row', 'Row'],
  ['assign __all__', '__all__'],
  ['macro rows', 'rows!'],
  ['mod tests', 'mod tests'],
  ['docstring', 'docstring'],
  ['import os as _os', 'import os as _os'],
  ['import type Env FetchEventLike H Input NotFoundHandler 710acc', 'import type Env …'],
  ['try import zlib del zlib _ZLIB_SUPPORTED True except 555424', 'try import zlib …'],
  ['impl<N,E,Ty,Ix> Graph<N,E,Ty,Ix> where Ty:EdgeType,Ix:IndexType::retain_nodes', 'Graph::retain_nodes'],
  ['impl<F:Fn(u8)->u8> Step<F>::go', 'Step::go'],
  ['impl<N,E,Ty,Ix> Graph<N,E,Ty,Ix> where Ty:EdgeType', 'impl Graph'],
  ["impl<'a,E> Iterator for Edges<'a,E> where E:Clone", 'impl Iterator for Edges'],
  ['impl<Ix:fmt::Debug> fmt::Debug for NodeIndex<Ix>', 'impl Debug for NodeIndex'],
  ['impl From<u8> for Row<u8>', 'impl From<u8> for Row'],
  ["impl<'a> Take for &'a str", "impl Take for &'a str"],
])('%s is called %s', (id, name) => {
  expect(shortUnit(id)).toBe(name);
});
