import { defineFact } from '../../../src/languages/fact.ts';
import type { Syntax } from '../../../src/languages/syntax.ts';
import type { PythonFile } from './python-file.ts';
import { readPythonFile } from './read-python-file.ts';

/** What a Python file imports, and how it uses it. */
export const pythonBridge = defineFact<PythonFile, null>({
  id: 'python-bridge',
  version: 3,
  languages: ['python'],
  start: () => null,
  finish: (_state: null, syntax: Syntax) => readPythonFile(syntax),
});
