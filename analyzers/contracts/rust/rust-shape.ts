import type { Shape } from '../shape/shape.ts';
import { dataShape } from './data-shape.ts';
import type { RustShapes } from './rust-context.ts';
import type { PlacedType, RustNames } from './rust-names.ts';
import type { Side } from './serde-options.ts';
import { ownShape, typeShape } from './type-shape.ts';

const shapesFor = (names: RustNames, side: Side, floats: RustShapes['floats']): RustShapes => ({
  names,
  side,
  floats,
  made: new Map(),
  typeShape,
  dataShape,
});

/** What a type of the workspace is written as, or read from. */
export const rustShape = (names: RustNames, item: PlacedType, side: Side, floats: RustShapes['floats']): Shape =>
  ownShape(shapesFor(names, side, floats), item, [], { scope: item.scope, given: new Map(), buffered: false });
