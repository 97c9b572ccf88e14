import { type Gap, gap } from './gap.ts';
import { judge } from './judge.ts';
import type { Bound, Shape } from './shape.ts';

type Of<Kind extends Shape['kind']> = Extract<Shape, { kind: Kind }>;

/** Of shapes without parts, the writer's against the reader's. */
export function proveScalar(writer: Shape, reader: Shape): Gap | null {
  if (writer.kind === 'const' || writer.kind === 'null')
    return judge(reader, writer.kind === 'null' ? null : writer.value).verdict === 'accepts'
      ? null
      : gap(`what is written is not surely read as ${reader.kind}`);
  if (writer.kind === 'int-key') return fitsKey(writer, reader);
  if (writer.kind === 'string' && reader.kind === 'string') return fitsString(writer, reader);
  if (writer.kind === 'bool' && reader.kind === 'bool') return null;
  if (reader.kind === 'int' || reader.kind === 'float') return fitsNumber(writer, reader);
  return other(writer, reader);
}

const other = (writer: Shape, reader: Shape): Gap => gap(`${writer.kind} is written, ${reader.kind} is read`);

function fitsNumber(writer: Shape, reader: Of<'int' | 'float'>): Gap | null {
  if (writer.kind === 'fitting') return null;
  if (reader.kind === 'float') {
    if (writer.kind === 'int') return fitsFloat(intBounds(writer), reader);
    return writer.kind === 'float' ? fitsFloat(writer, reader) : other(writer, reader);
  }
  if (writer.kind === 'int') return fits(writer, reader);
  const isTruth = writer.kind === 'bool' && reader.leniency === 'lax';
  return isTruth ? fits({ min: 0n, max: 1n }, reader) : other(writer, reader);
}

interface Integers {
  readonly min: bigint | null;
  readonly max: bigint | null;
}

function fits(writer: Integers, reader: Integers): Gap | null {
  if (reader.min !== null && (writer.min === null || writer.min < reader.min))
    return gap(`at least ${reader.min} is read`);
  if (reader.max !== null && (writer.max === null || writer.max > reader.max))
    return gap(`at most ${reader.max} is read`);
  return null;
}

const intBounds = ({ min, max }: Integers): Pick<Of<'float'>, 'low' | 'high'> => ({
  low: min === null ? null : { at: Number(min), open: false },
  high: max === null ? null : { at: Number(max), open: false },
});

function fitsFloat(writer: Pick<Of<'float'>, 'low' | 'high'>, reader: Of<'float'>): Gap | null {
  if (!isInside(writer.low, reader.low, 1)) return gap(`at least ${reader.low?.at} is read`);
  return isInside(writer.high, reader.high, -1) ? null : gap(`at most ${reader.high?.at} is read`);
}

/** @param sign 1 for lower bounds, -1 for upper ones */
function isInside(writer: Bound | null, reader: Bound | null, sign: 1 | -1): boolean {
  if (reader === null) return true;
  if (writer === null) return false;
  return writer.at === reader.at ? writer.open || !reader.open : (writer.at - reader.at) * sign > 0;
}

function fitsString(writer: Of<'string'>, reader: Of<'string'>): Gap | null {
  if (reader.format !== null && reader.format !== writer.format)
    return gap(`a string of the form ${reader.format} is read`);
  if (reader.format !== null) return null;
  if (writer.format !== null) return reader.min > 0 || reader.max !== null ? gap('lengths are limited') : null;
  if (writer.min < reader.min) return gap(`at least ${reader.min} characters are read`);
  if (reader.max !== null && (writer.max === null || writer.max > reader.max))
    return gap(`at most ${reader.max} characters are read`);
  return null;
}

/** Keys are strings. */
function fitsKey(writer: Of<'int-key'>, reader: Shape): Gap | null {
  if (reader.kind === 'int-key') return fits(writer, reader);
  return reader.kind === 'string' && reader.min <= 1 && reader.max === null && reader.format === null
    ? null
    : gap(`integers as keys are written, ${reader.kind} is read`);
}
