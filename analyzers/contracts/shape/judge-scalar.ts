import { FORMATS, isOfFormat } from './formats.ts';
import { isArray, isObject, type Json, nameOf, printJson } from './json.ts';
import { ACCEPTS, type Judgement, rejects, UNKNOWN } from './judgement.ts';
import type { Bound, Leniency, Shape } from './shape.ts';

type Scalar = Extract<Shape, { kind: 'null' | 'bool' | 'int' | 'float' | 'string' | 'int-key' | 'const' | 'ref' }>;

/** Reads a value that has no parts. */
export function judgeScalar(shape: Scalar, value: Json): Judgement {
  switch (shape.kind) {
    case 'null':
      return value === null ? ACCEPTS : rejects(`null is read, ${nameOf(value)} is written`);
    case 'bool':
      return judgeBool(shape.leniency, value);
    case 'int':
      return judgeInt(shape, value);
    case 'float':
      return judgeFloat(shape, value);
    case 'string':
      return judgeString(shape, value);
    case 'int-key':
      return judgeIntKey(shape, value);
    case 'const':
      return judgeConst(shape.value, value);
    case 'ref':
      return UNKNOWN;
  }
}

const isHolder = (value: Json): boolean => value === null || isArray(value) || isObject(value);

function judgeBool(leniency: Leniency, value: Json): Judgement {
  if (typeof value === 'boolean') return ACCEPTS;
  const wrong = rejects(`a boolean is read, ${nameOf(value)} is written`);
  if (leniency !== 'lax' || isHolder(value)) return wrong;
  if (typeof value === 'bigint') return value === 0n || value === 1n ? ACCEPTS : wrong;
  if (typeof value === 'string') return /^(?:0|1|off|on|f|t|false|true|n|y|no|yes)$/i.test(value) ? ACCEPTS : wrong;
  return value === 0 || value === 1 ? ACCEPTS : wrong;
}

function judgeInt(shape: Extract<Shape, { kind: 'int' }>, value: Json): Judgement {
  if (typeof value === 'bigint') return within(shape, value);
  const wrong = rejects(`an integer is read, ${nameOf(value)} is written`);
  if (shape.leniency === 'exact' || isHolder(value)) return wrong;
  if (typeof value === 'number') {
    if (!Number.isInteger(value)) return rejects(`an integer is read, ${printJson(value)} is written`);
    return Number.isSafeInteger(value) ? within(shape, BigInt(value)) : UNKNOWN;
  }
  if (shape.leniency === 'whole') return wrong;
  if (typeof value === 'boolean') return within(shape, value ? 1n : 0n);
  return typeof value === 'string' && /^\d{1,18}$/.test(value) ? within(shape, BigInt(value)) : textual(value, wrong);
}

/** A string that may be a number: only one without a digit surely is none. */
const textual = (value: Json, wrong: Judgement): Judgement =>
  typeof value === 'string' && /\d|^\s*[+-]?(?:inf|nan)/i.test(value) ? UNKNOWN : wrong;

function within({ min, max }: { readonly min: bigint | null; readonly max: bigint | null }, value: bigint): Judgement {
  if (min !== null && value < min) return rejects(`at least ${min} is read, ${value} is written`);
  return max !== null && value > max ? rejects(`at most ${max} is read, ${value} is written`) : ACCEPTS;
}

function judgeFloat(shape: Extract<Shape, { kind: 'float' }>, value: Json): Judgement {
  if (typeof value === 'number') return inBounds(shape.low, shape.high, value);
  if (typeof value === 'bigint') return inBounds(shape.low, shape.high, Number(value));
  const wrong = rejects(`a number is read, ${nameOf(value)} is written`);
  if (shape.leniency !== 'lax' || isHolder(value)) return wrong;
  if (typeof value === 'boolean') return inBounds(shape.low, shape.high, value ? 1 : 0);
  return textual(value, wrong);
}

function inBounds(low: Bound | null, high: Bound | null, value: number): Judgement {
  if (low !== null && (low.open ? value <= low.at : value < low.at))
    return rejects(`more than ${low.at}${low.open ? '' : ' or that'} is read, ${value} is written`);
  if (high !== null && (high.open ? value >= high.at : value > high.at))
    return rejects(`less than ${high.at}${high.open ? '' : ' or that'} is read, ${value} is written`);
  return ACCEPTS;
}

function judgeString(shape: Extract<Shape, { kind: 'string' }>, value: Json): Judgement {
  if (typeof value !== 'string') return rejects(`a string is read, ${nameOf(value)} is written`);
  const length = [...value].length;
  if (length < shape.min) return rejects(`at least ${shape.min} characters are read, ${length} are written`);
  if (shape.max !== null && length > shape.max)
    return rejects(`at most ${shape.max} characters are read, ${length} are written`);
  if (shape.format === null || FORMATS[shape.format].samples.some((one) => one === value)) return ACCEPTS;
  // What looks like another format may be taken all the same; what has neither digit nor sign of one is none.
  if (isOfFormat(value, shape.format) || /[\d:]/.test(value)) return UNKNOWN;
  return rejects(`a string of the form ${shape.format} is read, ${printJson(value)} is written`);
}

function judgeIntKey(shape: Extract<Shape, { kind: 'int-key' }>, value: Json): Judgement {
  if (typeof value !== 'string') return rejects(`a key is read, ${nameOf(value)} is written`);
  if (/^(?:0|-?[1-9]\d*)$/.test(value)) return within(shape, BigInt(value));
  return /\d/.test(value) ? UNKNOWN : rejects(`an integer as a key is read, ${printJson(value)} is written`);
}

function judgeConst(expected: boolean | bigint | string, value: Json): Judgement {
  if (value === expected) return ACCEPTS;
  // 1.0 and true are equal to 1 for Python.
  const isClose = typeof expected !== 'string' && (typeof value === 'number' || typeof value !== typeof expected);
  if (isClose && !isHolder(value) && typeof value !== 'string') return UNKNOWN;
  return rejects(`${printJson(expected)} is read, ${printJson(value)} is written`);
}
