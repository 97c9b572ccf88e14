import type { ContractConfig, NamedAt } from '../../src/config/config.ts';
import type { View } from '../../src/workspace/view.ts';
import type { Spot } from '../bridge/native.ts';
import { typescriptNamed } from './javascript/typescript-names.ts';
import { typescriptShape } from './javascript/typescript-shape.ts';
import type { PythonSettings } from './python/python-context.ts';
import { pythonNamed, pythonNames } from './python/python-names.ts';
import { pythonShape } from './python/python-shape.ts';
import { rustNames, typesNamed } from './rust/rust-names.ts';
import { rustShape } from './rust/rust-shape.ts';
import { jsonLines, valueAt } from './schema/json-lines.ts';
import { schemaShape } from './schema/json-schema.ts';
import type { Shape } from './shape/shape.ts';

export type SideName = 'rust' | 'python' | 'typescript' | 'schema';

/** One side of a contract: where it stands, and its values in each direction. */
export interface Side {
  readonly side: SideName;
  readonly text: string;
  readonly at: Spot;
  /** As its own language names it from outside: `core::job::Job`, `acme.job.Job`; and the module of Python that has it. */
  readonly name: string;
  readonly module: string;
  readonly shape: (direction: 'writes' | 'reads') => Shape;
}

/** A side that is there; or why there is none, and whether that is for the configuration to mend. */
export type FoundSide = Side | { readonly named: NamedAt; readonly lost: string; readonly kind: 'absent' | 'unknown' };

export function sideOf(view: View, contract: ContractConfig, named: ContractConfig['sides'][number]): FoundSide {
  if (named.side === 'rust') return rustSide(view, contract, named);
  if (named.side === 'typescript') return typescriptSide(view, contract, named);
  return named.side === 'python' ? pythonSide(view, contract, named) : schemaSide(view, named);
}

type Named = ContractConfig['sides'][number];

const absent = (named: NamedAt, lost: string): FoundSide => ({ named, lost, kind: 'absent' });
const unknown = (named: NamedAt, lost: string): FoundSide => ({ named, lost, kind: 'unknown' });

function rustSide(view: View, { floats }: ContractConfig, named: Named): FoundSide {
  const names = rustNames(view);
  const [item, ...more] = typesNamed(names, named.text);
  if (more.length > 0) return unknown(named, `${named.text} has ${more.length + 1} definitions`);
  if (!item) return absent(named, `there is no type ${named.text} in Rust`);
  const at = { path: item.path, line: item.line };
  const name = `${item.scope}::${item.name}`;
  return { ...named, at, name, module: item.scope, shape: (direction) => rustShape(names, item, direction, floats) };
}

function pythonSide(view: View, contract: ContractConfig, named: Named): FoundSide {
  const names = pythonNames(view);
  const found = pythonNamed(names, named.text);
  if (found.kind === 'lost') return unknown(named, found.why);
  if (found.kind === 'outside') return absent(named, `there is no class ${named.text} in Python`);
  const at = { path: found.module.path, line: found.item.line };
  const module = found.module.name.dotted;
  const name = `${module}.${found.item.name}`;
  return {
    ...named,
    at,
    name,
    module,
    shape: (direction) => pythonShape(names, found, direction, settingsOf(contract)),
  };
}

function settingsOf({ pythonWrites, integers, floats }: ContractConfig): PythonSettings {
  const leaves = (['none', 'unset', 'defaults'] as const).filter((one) => pythonWrites.includes(`exclude-${one}`));
  const byAlias = pythonWrites.includes('by-alias') ? true : pythonWrites.includes('by-name') ? false : null;
  return { byAlias, leaves: new Set(leaves), integers, floats };
}

function typescriptSide(view: View, { numbers, floats }: ContractConfig, named: Named): FoundSide {
  const found = typescriptNamed(view, named.text);
  const [item] = found.kind === 'declared' ? found.items : [];
  if (found.kind !== 'declared' || !item)
    return absent(named, found.kind === 'lost' ? found.why : `there is no type ${named.text} in TypeScript`);
  return {
    ...named,
    at: { path: found.file, line: item.line },
    name: `${found.file}#${item.name}`,
    module: found.file,
    shape: (direction) => typescriptShape(view, found, direction, { numbers, floats }),
  };
}

function schemaSide(view: View, named: Named): FoundSide {
  const [path = '', pointer = ''] = named.text.split('#');
  if (view.file(path)?.state !== 'text') return absent(named, `there is no file ${path}`);
  const text = view.text(path);
  let root: unknown;
  try {
    root = JSON.parse(text);
  } catch (error) {
    return unknown(named, `${path} is no JSON: ${(error as Error).message}`);
  }
  if (valueAt(root, pointer) === undefined) return absent(named, `${path} has nothing at ${pointer}`);
  const at = { path, line: jsonLines(text).get(pointer) ?? 1 };
  return {
    ...named,
    at,
    name: named.text,
    module: path,
    shape: (direction) => schemaShape(path, text, pointer, direction),
  };
}
