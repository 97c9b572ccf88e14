import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runProgram } from '../run-program.ts';
import { rejectedBy } from './check-payloads.ts';
import type { TypedPair } from './make-typed-pair.ts';
import { withoutEnums } from './print-types.ts';
import { valuesOf } from './values-of.ts';

/** Payloads by the number of their pair. */
export type Payloads = ReadonlyMap<number, readonly string[]>;

/** What TypeScript does with payloads: its compiler, or the schemas of zod. */
export interface TypescriptSide {
  readonly version: string;
  /** What JSON.stringify writes of values of each pair's root. */
  readonly written: Payloads;
  /** The payloads that the root does not take. */
  readonly rejects: (payloads: Payloads) => Map<number, Set<string>>;
  /** Whether the root may write a payload that it takes. */
  readonly mayWrite: (index: number, payload: string) => boolean;
}

const MODULES = join(import.meta.dirname, '../../../node_modules');

const textsOf = (values: readonly unknown[]): string[] =>
  [...new Set(values.map((one) => JSON.stringify(one) as string | undefined))]
    .filter((text) => text !== undefined)
    .sort();

/** The types, and the compiler's word on them. Throws where a value that was made is not of its type. */
export function compilerSide(folder: string, pairs: readonly TypedPair[], count: number): TypescriptSide {
  const tsc = join(MODULES, '.bin/tsc');
  const rejects: TypescriptSide['rejects'] = (payloads) => {
    const indexes = [...payloads.keys()];
    const types = indexes.map((i) => ({ text: withoutEnums(pairs[i]!.typescript), payloads: payloads.get(i)! }));
    const found = rejectedBy(tsc, folder, types);
    return new Map(indexes.map((i, at) => [i, found[at]!]));
  };
  const written: Payloads = new Map(pairs.map((pair, i) => [i, textsOf(valuesOf(pair, count))]));
  // NaN is written as null, which is no number.
  const [strange] = [...rejects(written)].filter(([i, bad]) => pairs[i]!.floats === 'finite' && bad.size > 0);
  if (strange)
    throw new Error(`a value is not of its type:\n${pairs[strange[0]]!.typescript}\n${[...strange[1]].join('\n')}`);
  return {
    version: `TypeScript ${runProgram(tsc, ['--version'], { cwd: folder }).trim().split(' ').at(-1)}`,
    written,
    rejects,
    mayWrite: () => true,
  };
}

interface Schema {
  readonly safeParse: (value: unknown) => { readonly success: boolean; readonly data?: unknown };
}

/** The schemas, imported and asked. */
export async function zodSide(folder: string, pairs: readonly TypedPair[], count: number): Promise<TypescriptSide> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  symlinkSync(MODULES, join(folder, 'node_modules'));
  const schemas: Schema[] = [];
  for (const [i, { typescript }] of pairs.entries()) {
    const file = join(folder, `s${i}.mjs`);
    writeFileSync(file, typescript);
    schemas.push(((await import(pathToFileURL(file).href)) as { Root: Schema }).Root);
  }
  const given = (i: number, value: unknown): unknown[] => {
    const { success, data } = schemas[i]!.safeParse(value);
    return success ? [data] : [];
  };
  return {
    version: `zod ${((await import('zod/package.json', { with: { type: 'json' } })) as { default: { version: string } }).default.version}`,
    written: new Map(pairs.map((pair, i) => [i, textsOf(valuesOf(pair, count).flatMap((value) => given(i, value)))])),
    rejects: (payloads) =>
      new Map(
        [...payloads].map(([i, all]) => [i, new Set(all.filter((one) => given(i, JSON.parse(one)).length === 0))]),
      ),
    mayWrite: (i, payload) => textsOf(given(i, JSON.parse(payload))).some((text) => isSame(text, payload)),
  };
}

const isSame = (one: string, other: string): boolean => sorted(JSON.parse(one)) === sorted(JSON.parse(other));

/** As text, with the keys in one order. */
function sorted(value: unknown): string {
  return JSON.stringify(value, (_, held: unknown) =>
    typeof held === 'object' && held !== null && !Array.isArray(held)
      ? Object.fromEntries(Object.entries(held).sort(([a], [b]) => (a < b ? -1 : 1)))
      : held,
  );
}
