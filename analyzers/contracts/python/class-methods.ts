import type { Lineage } from './lineage.ts';
import type { PythonMethod } from './python-types.ts';

/** Methods that take part in reading or writing. */
export interface ClassMethods {
  /** Why what is read, or written, cannot be told for the class as a whole. */
  readonly reads: string | null;
  readonly writes: string | null;
  /** Fields with a validator or serializer of their own; `*` for all. */
  readonly validated: ReadonlySet<string>;
  readonly serialized: ReadonlySet<string>;
  readonly computed: readonly PythonMethod[];
}

const READS =
  /^(?:__init__|__new__|__get_pydantic_core_schema__|model_validate|model_validate_json|__post_init__|model_post_init|_missing_)$/;
const WRITES = /^(?:__get_pydantic_core_schema__|model_dump|model_dump_json)$/;

/** `field_validator("a", "b", mode="after")` -> its name and the fields. */
const decoratorOf = (text: string): { readonly name: string; readonly fields: readonly string[] } => {
  const [, path = ''] = /^([\w.]+)/.exec(text) ?? [];
  const fields = [
    ...text
      .slice(path.length)
      .replace(/\b\w+\s*=\s*["'][^"']*["']/g, '')
      .matchAll(/["']([^"']*)["']/g),
  ];
  return { name: path.split('.').at(-1)!, fields: fields.map(([, field]) => field!) };
};

export function methodsOf({ chain }: Lineage): ClassMethods {
  const methods = chain.flatMap(({ item }) => item.methods);
  const decorated = methods.flatMap((method) => method.decorators.map((text) => ({ method, ...decoratorOf(text) })));
  const named = (pattern: RegExp): typeof decorated => decorated.filter(({ name }) => pattern.test(name));
  const own = (pattern: RegExp): string | null => methods.find(({ name }) => pattern.test(name))?.name ?? null;
  const whole = (pattern: RegExp): string | null => named(pattern)[0]?.method.name ?? null;
  const reads = own(READS) ?? whole(/^(?:model_validator|root_validator)$/);
  const writes = own(WRITES) ?? whole(/^model_serializer$/);
  return {
    reads: reads === null ? null : `${reads} has a say in what is read`,
    writes: writes === null ? null : `${writes} has a say in what is written`,
    validated: new Set(named(/^(?:field_validator|validator)$/).flatMap(({ fields }) => fields)),
    serialized: new Set(named(/^field_serializer$/).flatMap(({ fields }) => fields)),
    computed: named(/^computed_field$/).map(({ method }) => method),
  };
}
