import { type Attribute, cfgOf } from '../../../src/languages/rust/attributes.ts';
import { stringValue } from '../../../src/languages/rust/composition/path-value.ts';
import { splitTop } from './split-top.ts';

/** An attribute as PyO3 reads it: `#[pyo3::pyclass(name = "X")]` is `pyclass` with one option. */
export interface PythonAttribute {
  /** The last segment of its path. */
  readonly name: string;
  readonly text: string;
  /** Condition of the `cfg_attr` that it stands in. */
  readonly cfg: string | null;
}

const lastSegment = (path: string): string => path.slice(path.lastIndexOf(':') + 1);

/** The attributes of an item; those that a `cfg_attr` holds stand on their own, with its condition. */
export const pythonAttributes = (attributes: readonly Attribute[]): PythonAttribute[] =>
  attributes.flatMap(({ path, text }): PythonAttribute[] => {
    if (path !== 'cfg_attr') return [{ name: lastSegment(path), text, cfg: null }];
    const [predicate = '', ...held] = splitTop(text, ',');
    return held.map((one) => {
      const [, inner = '', args] = /^([\w:\s]+?)\s*(?:\(([\s\S]*)\))?$/.exec(one) ?? [];
      return {
        name: lastSegment(inner.replace(/\s/g, '')),
        text: args?.trim() ?? '',
        cfg: predicate.replace(/\s+/g, ' '),
      };
    });
  });

export const attributeNamed = (attributes: readonly PythonAttribute[], name: string): PythonAttribute | null =>
  attributes.find((one) => one.name === name) ?? null;

/** `#[cfg]` on an item, and the condition of what makes it Python's. */
export const conditionsOf = (attributes: readonly Attribute[], held: PythonAttribute | null): string[] => [
  ...cfgOf(attributes),
  ...(held?.cfg ? [held.cfg] : []),
];

/** Options by name: `name = "X", get, signature = (a)` -> name: `"X"`, get: ``, signature: `(a)`. */
export type Options = Readonly<Record<string, string>>;

/** The options of an attribute and of the `#[pyo3(..)]` beside it. */
export function optionsOf(attributes: readonly PythonAttribute[], name: string): Options {
  const options: Record<string, string> = {};
  for (const { name: own, text } of attributes) {
    if (own !== name && own !== 'pyo3') continue;
    for (const part of splitTop(text, ',')) {
      const [, key = '', rest = ''] = /^([\w:]+)\s*([\s\S]*)$/.exec(part) ?? [];
      if (key !== '') options[key] = rest.replace(/^=\s*/, '');
    }
  }
  return options;
}

/** What an option says; null where it is missing. `constructor` is an option, and a property of every object. */
export const optionText = (options: Options, key: string): string | null =>
  Object.hasOwn(options, key) ? options[key]!.trim() : null;

/** The value of an option that is a string literal; null where it is missing or none. */
export const stringOption = (options: Options, key: string): string | null => {
  const text = optionText(options, key);
  return text === null ? null : stringValue(text);
};

export const hasOption = (options: Options, key: string): boolean => Object.hasOwn(options, key);
