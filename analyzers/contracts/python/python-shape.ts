import type { Shape } from '../shape/shape.ts';
import { classShape } from './class-shape.ts';
import type { PythonSettings, PythonShapes, PythonStanding } from './python-context.ts';
import type { PythonFound, PythonNames } from './python-names.ts';
import { classRef, typeShape } from './type-shape.ts';

/** What a class or type alias of the workspace is written as, or read from. */
export function pythonShape(
  names: PythonNames,
  found: Extract<PythonFound, { kind: 'class' | 'name' }>,
  side: 'writes' | 'reads',
  settings: PythonSettings,
): Shape {
  const shapes: PythonShapes = { names, side, settings, made: new Map(), typeShape, classShape };
  const standing: PythonStanding = {
    module: found.module,
    scope: '',
    given: new Map(),
    strict: false,
    inherited: null,
  };
  return found.kind === 'class'
    ? classRef(shapes, { ...found, given: new Map() }, standing)
    : typeShape(shapes, { kind: 'name', path: [found.item.name] }, standing);
}
