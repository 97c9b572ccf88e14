import type { Outline } from '../../core/unit.ts';
import { defineFact } from '../fact.ts';
import type { Syntax } from '../syntax.ts';
import { outlinePython } from './outline-python.ts';

export const pythonOutline = defineFact<Outline, null>({
  id: 'python-outline',
  version: 5,
  languages: ['python'],
  start: () => null,
  finish: (_state: null, syntax: Syntax) => outlinePython(syntax),
});
