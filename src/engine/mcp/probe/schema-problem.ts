import { Ajv } from 'ajv';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { Ajv2020 } from 'ajv/dist/2020.js';

type Validator = InstanceType<typeof Ajv>;

const OPTIONS = { strict: false, validateFormats: false, allErrors: false, logger: false } as const;

/** Readers of the dialects that are judged. Without `$schema` it is 2020-12, as the protocol has it. */
const DIALECTS: readonly { readonly is: RegExp; readonly make: (unicode: boolean) => Validator }[] = [
  {
    is: /^https?:\/\/json-schema\.org\/draft\/2020-12\/schema#?$/,
    make: (unicodeRegExp) => new Ajv2020({ ...OPTIONS, unicodeRegExp }),
  },
  {
    is: /^https?:\/\/json-schema\.org\/draft\/2019-09\/schema#?$/,
    make: (unicodeRegExp) => new Ajv2019({ ...OPTIONS, unicodeRegExp }),
  },
  {
    is: /^https?:\/\/json-schema\.org\/draft-07\/schema#?$/,
    make: (unicodeRegExp) => new Ajv({ ...OPTIONS, unicodeRegExp }),
  },
];

/** Why a schema is none by its dialect; null: it is one, or its dialect is not judged. Refers to nothing outside of itself. */
export const schemaProblem = (schema: object): string | null => compiled(schema).problem;

/** Where a value breaks a schema; null: it does not, or the schema is none. */
export function valueProblem(schema: object, value: unknown): string | null {
  const { check } = compiled(schema);
  if (check === null || check(value)) return null;
  const [first] = check.errors ?? [];
  return `${first?.instancePath || 'the value'} ${first?.message ?? 'does not fit'}`;
}

interface Compiled {
  readonly problem: string | null;
  readonly check: ReturnType<Validator['compile']> | null;
}

function compiled(schema: object): Compiled {
  const { $schema } = schema as { readonly $schema?: unknown };
  const dialect =
    $schema === undefined ? DIALECTS[0] : DIALECTS.find(({ is }) => typeof $schema === 'string' && is.test($schema));
  if (dialect === undefined) return { problem: null, check: null };
  const strict = compileBy(dialect.make(true), schema);
  // A pattern need not be one of the `u` flag: the specification only recommends it.
  return strict.problem !== null && /regular expression/i.test(strict.problem)
    ? compileBy(dialect.make(false), schema)
    : strict;
}

function compileBy(reader: Validator, schema: object): Compiled {
  try {
    if (!reader.validateSchema(schema)) {
      const [first] = reader.errors ?? [];
      return { problem: `${first?.instancePath || 'the schema'} ${first?.message ?? 'is not valid'}`, check: null };
    }
    return { problem: null, check: reader.compile(schema) };
  } catch (error) {
    return { problem: (error as Error).message, check: null };
  }
}
