import type { PythonModule } from '../../bridge/python/python-index.ts';
import type { Shape } from '../shape/shape.ts';
import type { Expression } from './expression.ts';
import type { PythonNames } from './python-names.ts';
import type { PythonClass } from './python-types.ts';

/** How a program writes its models, which no model declares. */
export interface PythonSettings {
  /** `model_dump_json(by_alias=…)`; null: nothing sets it. */
  readonly byAlias: boolean | null;
  /** `exclude_none`, `exclude_unset`, `exclude_defaults`. */
  readonly leaves: ReadonlySet<'none' | 'unset' | 'defaults'>;
  /** Whether an unconstrained `int` is taken to be of 64 bits with a sign. */
  readonly integers: 'int64' | 'any';
  /** Whether a `float` may be infinite or NaN, which is written as null. */
  readonly floats: 'finite' | 'any';
}

/** Type arguments by the name of their parameter, each where it is written. */
export type PythonArguments = ReadonlyMap<string, { readonly type: Expression; readonly standing: PythonStanding }>;

/** Where a type stands: its module, the class around it (`Outer.Inner`; '' for none), and what holds there. */
export interface PythonStanding {
  readonly module: PythonModule;
  readonly scope: string;
  readonly given: PythonArguments;
  /** pydantic's strict mode. */
  readonly strict: boolean;
  readonly inherited: Inherited | null;
}

export interface PlacedClass {
  readonly module: PythonModule;
  readonly item: PythonClass;
  readonly given: PythonArguments;
}

export type Generator = (name: string) => string;

/** `model_config` of a class and of those that it comes from. */
export interface ClassConfig {
  readonly extra: 'ignore' | 'forbid' | 'allow';
  readonly strict: boolean;
  /** Whether fields are read by their alias, and by their own name. */
  readonly byAlias: boolean;
  readonly byName: boolean;
  readonly serializeByAlias: boolean | null;
  readonly generators: { readonly reads: Generator | null; readonly writes: Generator | null };
  /** A setting whose effect is not known here. */
  readonly strange: string | null;
}

/** What a model hands on to the plain dataclasses and TypedDicts in its fields, which have no settings of their own. */
export interface Inherited {
  readonly from: string;
  readonly config: ClassConfig;
}

/** What shapes of one direction are made with; classes are made once. */
export interface PythonShapes {
  readonly names: PythonNames;
  readonly side: 'writes' | 'reads';
  readonly settings: PythonSettings;
  readonly made: Map<string, Shape>;
  /** Types hold classes, and classes hold types. */
  readonly typeShape: (shapes: PythonShapes, type: Expression, standing: PythonStanding) => Shape;
  readonly classShape: (shapes: PythonShapes, placed: PlacedClass, inherited: Inherited | null) => Shape;
}
