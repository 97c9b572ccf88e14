import { z } from 'zod';
import { KEY_TEXTS, type KeyText } from '../../config/key-texts.ts';
import { CONFIG_SCHEMA } from '../../config/schema.ts';

interface Shape {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly items?: Shape;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly additionalProperties?: Shape | boolean;
}

interface Key {
  readonly path: string;
  readonly takes: string;
}

/** A key that takes a value: its path with `[]` for one of several tables, what it takes, what it means, and what holds without it. */
export interface ConfigKey extends Key, KeyText {}

/** All keys that `omni-refactor.toml` may have, in the order of the schema. */
export const configKeys = (): ConfigKey[] =>
  keysOf(z.toJSONSchema(CONFIG_SCHEMA, { io: 'input', unrepresentable: 'any' }) as Shape, '').map((key) => ({
    ...key,
    ...KEY_TEXTS[key.path]!,
  }));

function keysOf({ properties = {} }: Shape, above: string): Key[] {
  return Object.entries(properties).flatMap(([name, shape]) => {
    const path = `${above}${name}`;
    if (shape.properties) return keysOf(shape, `${path}.`);
    if (shape.items?.properties) return keysOf(shape.items, `${path}[].`);
    return [{ path, takes: wordFor(shape) }];
  });
}

const MANY: Readonly<Record<string, string>> = { array: 'lists', object: 'tables of lists' };

function wordFor({ type, enum: values, items, additionalProperties }: Shape): string {
  if (values) return values.map((value) => `\`${value}\``).join(', ');
  if (items?.items) return 'list of lists of strings';
  if (items) return items.enum ? `list of ${wordFor(items)}` : 'list of strings';
  if (type === 'object')
    return typeof additionalProperties === 'object'
      ? `table of ${MANY[additionalProperties.type ?? ''] ?? 'strings'}`
      : 'table';
  return type === 'integer' ? 'whole number' : (type ?? 'value');
}

/** The reference of the configuration in Markdown: printed from the schema and the texts of its keys. Ends with a newline. */
export function configPage(): string {
  const keys = configKeys();
  const tables = [...new Set(keys.map(tableOf))];
  return [
    '# `omni-refactor.toml`',
    '',
    'Printed from the schema that reads it (`schemas/config.schema.json`, for editors) and `src/config/key-texts.ts`; `omni-refactor explain config`',
    'prints it too. The file stands in the folder that is the workspace. All of it is optional, and a key that is not known is an error with its',
    'line and column, never a rule that silently does not run. Paths are relative to the file, with `/`.',
    ...tables.flatMap((table) => [
      '',
      `## ${table === '' ? 'Outside of tables' : `\`${table}\``}`,
      '',
      '| key | takes | means | if absent |',
      '|---|---|---|---|',
      ...keys.filter((key) => tableOf(key) === table).map(row),
    ]),
    '',
  ].join('\n');
}

/** `[budget]`, `[[budget.exception]]`, or '' for keys that stand outside of tables. */
function tableOf({ path }: ConfigKey): string {
  const table = path.split('.').slice(0, -1).join('.');
  if (table === '') return '';
  return table.endsWith('[]') ? `[[${table.slice(0, -2)}]]` : `[${table}]`;
}

const row = ({ path, takes, means, otherwise }: ConfigKey): string =>
  `| \`${path.split('.').pop()}\` | ${takes} | ${means} | ${otherwise} |`;
