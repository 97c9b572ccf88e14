import { stringValue } from '../../../src/languages/rust/composition/path-value.ts';
import { plainName } from '../../../src/languages/rust/plain-name.ts';
import type { Parameter, ParameterKind, Signature } from '../signature.ts';
import { splitTop } from './split-top.ts';

/** A parameter of a Rust function: its name and its type without blanks. */
export interface RustParameter {
  readonly name: string;
  readonly type: string;
}

/** Arguments that PyO3 fills in itself: the token of the interpreter. */
export const isToken = ({ type }: RustParameter): boolean => /^(?:&'?\w*)?(?:\w+::)*Python(?:<.*>)?$/.test(type);

/** `(a, /, b = 1, *args, c, **kwargs)` with its brackets, as `#[pyo3(signature = ..)]` takes it; null for any other text. */
export function readSignature(text: string): Signature | null {
  const inner = /^\(([\s\S]*)\)(?:\s*->[\s\S]*)?$/.exec(text.trim())?.[1];
  if (inner === undefined) return null;
  const parts = splitTop(inner, ',');
  const slash = parts.indexOf('/');
  const star = parts.findIndex((part) => part === '*' || /^\*[^*]/.test(part));
  const found = parts.flatMap((part, i): (Parameter | null)[] => {
    if (part === '/' || part === '*') return [];
    return [parameterIn(part, i < slash ? 'positional-only' : star !== -1 && i > star ? 'keyword-only' : 'positional')];
  });
  return found.includes(null) ? null : (found as Parameter[]);
}

/** @param kind of a parameter without stars that stands there */
function parameterIn(part: string, kind: ParameterKind): Parameter | null {
  const [, stars = '', name = ''] = /^(\*{0,2})\s*((?:r#)?[\p{L}_][\p{L}\p{N}_]*)/u.exec(part) ?? [];
  if (name === '') return null;
  const value = defaultIn(part);
  const own: ParameterKind = stars === '*' ? 'rest' : stars === '**' ? 'keywords' : kind;
  return { name: pythonName(name), kind: own, default: value === null ? null : pythonDefault(value) };
}

/** `r#type` is `type` for Python. */
export const pythonName = (name: string): string => plainName(name).replace(/^r#/, '');

/** What stands behind the first `=` of a parameter; an annotation in front of it may hold none. */
const defaultIn = (part: string): string | null => {
  const at = /^\*{0,2}\s*(?:r#)?[\p{L}_][\p{L}\p{N}_]*\s*(?::[^=]*)?=/u.exec(part);
  return at === null ? null : part.slice(at[0].length).trim();
};

/** As PyO3 prints a default that is a literal; anything else is `...`. */
function pythonDefault(value: string): string {
  if (value === 'None') return 'None';
  if (value === 'true' || value === 'false') return value === 'true' ? 'True' : 'False';
  const string = stringValue(value);
  if (string !== null) return JSON.stringify(string);
  const char = /^'([^'\\])'$/.exec(value)?.[1];
  if (char !== undefined) return JSON.stringify(char);
  const number = /^(-?\s*[0-9][0-9_]*(?:\.[0-9_]*)?(?:[eE][+-]?\d+)?)(?:[iuf](?:8|16|32|64|128|size))?$/.exec(
    value,
  )?.[1];
  return number === undefined ? '...' : number.replace(/[_\s]/g, '');
}

/**
 * What Python may give where no `signature` is written: every parameter by place or name.
 * @param optionalTail of PyO3 before 0.23: a trailing `Option<T>` may be left out
 */
export function implicitSignature(parameters: readonly RustParameter[], optionalTail: boolean): Signature {
  const isOption = ({ type }: RustParameter): boolean => /^(?:\w+::)*Option</.test(type);
  const firstOptional = optionalTail ? parameters.findLastIndex((one) => !isOption(one)) + 1 : parameters.length;
  return parameters.map((one, i) => ({
    name: pythonName(one.name),
    kind: 'positional',
    default: i >= firstOptional ? 'None' : null,
  }));
}
