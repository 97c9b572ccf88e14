import type { Attribute } from '../../../src/languages/rust/attributes.ts';
import { stringValue } from '../../../src/languages/rust/composition/path-value.ts';
import { splitTop } from '../../bridge/rust/split-top.ts';
import type { RustMarks, SerdeOption } from './rust-types.ts';

/** Attributes that leave alone what serde writes. */
const INERT =
  /^(?:derive|doc|allow|warn|deny|expect|forbid|repr|must_use|non_exhaustive|deprecated|inline|default|cfg_attr|serde|schemars|validate|garde|strum|error|from|source|backtrace|display|builder|arg|command|clap|educe|derivative|getset|ts|typeshare|utoipa|schema|sqlx|diesel|sea_orm|cfg_eval|automatically_derived|pyclass|pyo3|gen_stub_pyclass|gen_stub_pyclass_enum|gen_stub|rkyv|borsh|zeroize|debug|prost|proptest|arbitrary|into|deref|as_ref|rustfmt::skip|clippy::\w+)$/;

interface Mark {
  readonly path: string;
  readonly text: string;
}

/** What attributes say to serde; those behind `cfg_attr` count as if they held: a contract is about the build that has serde. */
export function readMarks(attributes: readonly Attribute[]): RustMarks & { readonly derives: readonly string[] } {
  const marks = attributes.flatMap(({ path, text }) => (path === 'cfg_attr' ? behindCfg(text) : [{ path, text }]));
  return {
    serde: marks.filter(({ path }) => path === 'serde').flatMap(({ text }) => optionsOf(text)),
    strange: marks.filter(({ path }) => !INERT.test(path)).map(({ path }) => path),
    derives: marks
      .filter(({ path }) => path === 'derive')
      .flatMap(({ text }) => splitTop(text, ','))
      .map((name) => name.replace(/\s/g, '').split('::').at(-1)!),
  };
}

/** `feature = "serde", derive(A), serde(b)` -> the attributes behind the predicate. */
const behindCfg = (text: string): Mark[] =>
  splitTop(text, ',')
    .slice(1)
    .flatMap((one) => {
      const [, path = '', inner = ''] = /^([\w:]+)\s*(?:\(([\s\S]*)\))?/.exec(one) ?? [];
      return path === 'cfg_attr' ? behindCfg(inner) : [{ path, text: inner }];
    });

const optionsOf = (text: string): SerdeOption[] => splitTop(withoutComments(text), ',').map(optionOf);

const withoutComments = (text: string): string =>
  text.replace(/"(?:[^"\\]|\\.)*"|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, (all) => (all.startsWith('"') ? all : ' '));

function optionOf(text: string): SerdeOption {
  const [, name = '', sign = '', rest = ''] = /^([\w:]+)\s*([=(]?)([\s\S]*)$/.exec(text) ?? [];
  if (sign === '=') return { name, value: literal(rest), serialize: null, deserialize: null };
  if (sign !== '(') return { name, value: null, serialize: null, deserialize: null };
  const inner = splitTop(rest.trim().replace(/\)$/, ''), ',').map((one) => splitTop(one, '='));
  const sideOf = (side: string): string | null => {
    const found = inner.find(([key]) => key === side)?.[1];
    return found === undefined ? null : literal(found);
  };
  return { name, value: null, serialize: sideOf('serialize'), deserialize: sideOf('deserialize') };
}

const literal = (text: string): string => stringValue(text.trim()) ?? text.trim();
