import type { View } from '../../../src/workspace/view.ts';
import type { Shape } from '../shape/shape.ts';
import type { TypeNode, ValueNode } from './typescript-types.ts';

/** What a contract says of the side of TypeScript. */
export interface TypescriptSettings {
  /** `fit`: a `number` is taken to be what the other side reads; `any`: whatever JavaScript writes. */
  readonly numbers: 'fit' | 'any';
  /** Whether numbers may be infinite or NaN, which JSON.stringify writes as null. */
  readonly floats: 'finite' | 'any';
}

/** What shapes of one direction are made with; named types are made once. */
export interface TypescriptShapes extends TypescriptSettings {
  readonly view: View;
  readonly side: 'writes' | 'reads';
  readonly made: Map<string, Shape>;
  /** Types name schemas, and schemas hold types. */
  readonly typeShape: (shapes: TypescriptShapes, type: TypeNode, standing: TypeStanding) => Shape;
  readonly valueShape: (shapes: TypescriptShapes, value: ValueNode, file: string) => Shape;
}

/** Where a type stands: its file, and the arguments of the generic type around it. */
export interface TypeStanding {
  readonly file: string;
  readonly given: ReadonlyMap<string, { readonly type: TypeNode; readonly standing: TypeStanding }>;
}

/** A shape by name: it may hold itself. */
export function namedShape(shapes: TypescriptShapes, id: string, make: () => Shape): Shape {
  const get = (): Shape => {
    const known = shapes.made.get(id);
    if (known) return known;
    shapes.made.set(id, { kind: 'unknown', why: `${id} holds itself where its fields have to be known` });
    const made = make();
    shapes.made.set(id, made);
    return made;
  };
  return { kind: 'ref', id: `${shapes.side} typescript ${id}`, get };
}
