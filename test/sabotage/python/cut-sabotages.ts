import type { Edit } from '../../../src/core/change-set.ts';
import type { Rung } from '../../../src/core/evidence.ts';

/** A module whose cycle is cut in `Shape.draw`, and then broken on purpose. */
export const SHAPES: Readonly<Record<string, string>> = {
  'shapes.py': `class Shape:
    def draw(self):
        """Says what is drawn."""
        return Canvas().put(self)

    def name(self, of=len):
        return of("shape") + 1


class Canvas:
    def put(self, shape):
        return isinstance(shape, Shape)


class Frame(Canvas):
    held = Shape
`,
  'test_shapes.py': `import unittest

import shapes


class ShapesTest(unittest.TestCase):
    def test_draw(self):
        self.assertTrue(shapes.Shape().draw())
`,
};

export const MODULES = { shape: ['class Shape'], canvas: ['class Canvas', 'class Frame'] };
export const CUTS = [{ unit: 'class Shape', name: 'Canvas', functions: [] }];

export interface CutSabotage {
  readonly name: string;
  /** The module, if another one; `Canvas` of `canvas` is cut in `Shape` all the same. */
  readonly module?: string;
  /** What the change set says in place of one of its edits of `Shape`. */
  readonly mangle: (edit: Edit) => Edit[];
  readonly rejects: Rung;
  readonly why: RegExp;
  readonly accepts: Rung;
}

const also =
  (at: string, text: string, reason: Edit['reason']) =>
  (edit: Edit): Edit[] => {
    const start = SHAPES['shapes.py']!.indexOf(at);
    if (start === -1) throw new Error(`nothing says ${at}`);
    return [edit, { start, end: start, text, reason }];
  };

const say =
  (from: string, to: string) =>
  (edit: Edit): Edit[] => {
    if (!edit.text.includes(from)) throw new Error(`the import says ${edit.text}`);
    return [{ ...edit, text: edit.text.replace(from, to) }];
  };

export const CUT_SABOTAGES: readonly CutSabotage[] = [
  {
    name: 'an import of another name',
    mangle: say('import Canvas', 'import Frame'),
    rejects: 'S',
    why: /Frame must not be imported inside a function of class Shape: class Shape does not read Frame/,
    accepts: 'B',
  },
  {
    name: 'an import under another name',
    mangle: say('import Canvas', 'import Frame as Canvas'),
    rejects: 'S',
    why: /a changed body that is more than an import from one part/,
    accepts: 'B',
  },
  {
    name: 'an import of a name from a part that only hands it on',
    mangle: say('from ._canvas', 'from .'),
    rejects: 'S',
    why: /shapes does not define Canvas/,
    accepts: 'B',
  },
  {
    name: 'a cut of what is read while the module is imported',
    module: SHAPES['shapes.py']!.replace('    def name', '    if False:\n        way = Canvas\n\n    def name'),
    mangle: (edit) => [edit],
    rejects: 'S',
    why: /Canvas must not be imported inside a function of class Shape: it is read while the module is imported/,
    accepts: 'A',
  },
  {
    name: 'a cut of what an annotation names',
    module: SHAPES['shapes.py']!.replace('of=len', 'of: "Canvas" = len'),
    mangle: (edit) => [edit],
    rejects: 'S',
    why: /Canvas must not be imported inside a function of class Shape: an annotation names it/,
    accepts: 'T',
  },
  {
    name: 'a body change that says it is something else',
    mangle: (edit) => [{ ...edit, reason: 'format' }],
    rejects: 'M',
    why: /the code of [\w.]*draw differs/,
    accepts: 'B',
  },
  {
    name: 'the same, to our own parser',
    mangle: (edit) => [{ ...edit, reason: 'format' }],
    rejects: 'S',
    why: /a statement that is new/,
    accepts: 'T',
  },
  {
    name: 'one more change of a body beside the declared one',
    mangle: also('        return of(', '        of = len\n', 'cycle-break'),
    rejects: 'S',
    why: /a changed body that is more than an import from one part/,
    accepts: 'T',
  },
  {
    name: 'one more import in a function that reads no such name',
    mangle: also('        return of(', '        from ._canvas import Canvas\n', 'cycle-break'),
    rejects: 'S',
    why: /no function that begins there reads Canvas/,
    accepts: 'T',
  },
  {
    name: 'an import in a function that runs before its part is there',
    module: SHAPES['shapes.py']!.replace('held = Shape', 'held = Shape().draw()'),
    mangle: (edit) => [edit],
    rejects: 'M',
    why: /draw runs while the module is imported, and imports a part/,
    accepts: 'B',
  },
];
