import type { Random } from '../pair-model.ts';
import type { Ts, TsMember, TsTypes } from './type-model.ts';

const TEXTS = ['', 'a', 'é😀', 'long text long text', '5', 'true', '"\n'];
const NUMBERS = [0, 1, -1, 0.5, 255, 300, -129, 2 ** 31, 2 ** 40, 2 ** 53, 1e20, 1e300, -1e-7];
/** What every type of number reads. */
const FITTING = [0, 1, 7];

export interface ValueMaker {
  readonly random: Random;
  readonly types: TsTypes;
  readonly numbers: 'fit' | 'any';
  readonly floats: 'finite' | 'any';
}

/** A value of a type; undefined is one of some. */
export function makeValue(maker: ValueMaker, type: Ts, depth = 0): unknown {
  const { random } = maker;
  switch (type.t) {
    case 'word':
      return wordValue(maker, type.word);
    case 'literal':
      return type.value;
    case 'list':
      return Array.from({ length: depth > 6 ? 0 : random.below(3) }, () => makeValue(maker, type.of, depth + 1));
    case 'tuple':
      return type.items.map((one) => makeValue(maker, one, depth + 1));
    case 'record':
      return Object.fromEntries(
        Array.from({ length: depth > 6 ? 0 : random.below(3) }, (_, i) => [
          ['k', '5', 'é'][i]!,
          makeValue(maker, type.of, depth + 1),
        ]),
      );
    case 'object':
      return objectValue(maker, type.members, type.bases, depth);
    case 'union':
      return makeValue(maker, depth > 6 ? smallest(type.parts) : random.pick(type.parts), depth + 1);
    case 'ref':
      return makeValue(maker, maker.types.get(type.name)!, depth + 1);
    case 'changed':
      return changedValue(maker, type, depth);
  }
}

/** What ends soonest. */
const smallest = (parts: readonly Ts[]): Ts => parts.find(({ t }) => t === 'word' || t === 'literal') ?? parts[0]!;

function wordValue({ random, numbers, floats }: ValueMaker, word: Extract<Ts, { t: 'word' }>['word']): unknown {
  switch (word) {
    case 'string':
      return random.pick(TEXTS);
    case 'number':
      if (floats === 'any' && random.chance(20)) return random.pick([Number.NaN, Number.POSITIVE_INFINITY]);
      return random.pick(numbers === 'fit' ? FITTING : NUMBERS);
    case 'boolean':
      return random.chance(50);
    case 'null':
      return null;
    case 'undefined':
      return undefined;
    case 'unknown':
      return random.pick([null, 1, 'x', [], { a: true }]);
  }
}

function objectValue(maker: ValueMaker, members: readonly TsMember[], bases: readonly string[], depth: number): object {
  const inherited = bases.map((name) => makeValue(maker, { t: 'ref', name }, depth + 1));
  const own = members.flatMap(({ name, type, optional }) =>
    optional && (depth > 6 || maker.random.chance(50)) ? [] : [[name, makeValue(maker, type, depth + 1)] as const],
  );
  return Object.assign({}, ...inherited, Object.fromEntries(own));
}

function changedValue(maker: ValueMaker, { how, name, key }: Extract<Ts, { t: 'changed' }>, depth: number): unknown {
  const of = maker.types.get(name)!;
  if (of.t !== 'object') return makeValue(maker, of, depth + 1);
  const members = of.members
    .filter((one) => (how === 'Omit' ? one.name !== key : how === 'Pick' ? one.name === key : true))
    .map((one) => ({ ...one, optional: how === 'Partial' ? true : how === 'Required' ? false : one.optional }));
  return objectValue(maker, members, of.bases, depth);
}
