import { defineFact } from '../../../src/languages/fact.ts';
import type { Syntax } from '../../../src/languages/syntax.ts';
import type { PythonTypes } from './python-types.ts';
import { readPythonTypes } from './read-python-types.ts';

/** The classes of a Python file with their fields, and the names that its module assigns. */
export const pythonTypes = defineFact<PythonTypes, null>({
  id: 'python-types',
  version: 1,
  languages: ['python'],
  start: () => null,
  finish: (_state: null, syntax: Syntax) => readPythonTypes(syntax),
});
