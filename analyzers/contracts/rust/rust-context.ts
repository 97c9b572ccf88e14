import type { Shape } from '../shape/shape.ts';
import type { RustType } from './parse-type.ts';
import type { PlacedType, RustNames } from './rust-names.ts';
import type { Side } from './serde-options.ts';

/** Type arguments by the name of their parameter, each with the scope that it is written in. */
export type Arguments = ReadonlyMap<string, TypeIn>;

export interface TypeIn {
  readonly type: RustType;
  readonly scope: string;
  readonly given: Arguments;
}

export type PlacedData = Extract<PlacedType, { kind: 'struct' | 'enum' }>;

/** What shapes of one direction are made with; named types are made once. */
export interface RustShapes {
  readonly names: RustNames;
  readonly side: Side;
  /** Whether floats may be infinite or NaN, which serde_json writes as null. */
  readonly floats: 'finite' | 'any';
  readonly made: Map<string, Shape>;
  /** Types hold structs, and structs hold types. */
  readonly typeShape: (shapes: RustShapes, type: RustType, standing: Standing) => Shape;
  readonly dataShape: (shapes: RustShapes, item: PlacedData, standing: Standing) => Shape;
}

/**
 * Where a type stands. `buffered`: serde reads it from what it has read before (below `flatten`, `tag` and `untagged`), where keys are strings
 * alone and 128 bits are not supported.
 */
export interface Standing {
  readonly scope: string;
  readonly given: Arguments;
  readonly buffered: boolean;
}
