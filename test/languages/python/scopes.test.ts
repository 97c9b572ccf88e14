import { expect, test } from 'vitest';
import { parse } from '../../../src/languages/parse.ts';
import { analyzeScopes } from '../../../src/languages/python/analyze-scopes.ts';

/** `name: scope kind > name=resolution@owner…` for what CPython 3.11 cannot be asked: PEP 695, moments, quoted names. */
function describe(text: string): string[] {
  return analyzeScopes(parse(text, 'python')).scopes.map(
    (scope) =>
      `${scope.kind} ${scope.name}${scope.eager ? '!' : ''}: ${[...scope.names.values()]
        .map(
          (name) =>
            `${name.name}=${name.resolution}${name.owner}${name.accesses.some(({ eager }) => eager) ? '!' : ''}`,
        )
        .join(' ')}`,
  );
}

const CASES: readonly (readonly [string, readonly string[]])[] = [
  [
    'def f[T: B](x: T = d) -> T: return T\n',
    ['module top!: f=local0! d=global0!', 'type-parameters f!: T=local1! B=global0!', 'function f: x=local2 T=free1'],
  ],
  [
    'class C[T](Base[T]):\n    def m(self) -> T: pass\n',
    [
      'module top!: C=local0!',
      'type-parameters C!: T=local1! Base=global0!',
      'class C!: m=local2! T=free1!',
      'function m: self=local3',
    ],
  ],
  ['type A[T] = list[T]\n', ['module top!: A=local0!', 'type-alias A: T=local1 list=global0']],
  [
    'from __future__ import annotations\ndef f(x: A = b): pass\n',
    ['module top!: annotations=local0! f=local0! A=global0 b=global0!', 'function f: x=local1'],
  ],
  ['x: "a.B | Literal[c]" = 1\n', ['module top!: x=local0! a=global0 Literal=global0 c=global0']],
  ['x: Literal["a"] = 1\n', ['module top!: x=local0! Literal=global0!']],
  [
    'class C:\n    def f(self): return [self.__x for y in z]\n    __g = 1\n',
    [
      'module top!: C=local0!',
      'class C!: f=local1! _C__g=local1!',
      'function f: self=local2 z=global0',
      'listcomp listcomp: self=free2 y=local3',
    ],
  ],
];

test.each(CASES)('the scopes of %j', (text, expected) => {
  expect(describe(text)).toEqual(expected);
});
