import { defineFact } from '../../../src/languages/fact.ts';
import type { Syntax } from '../../../src/languages/syntax.ts';
import type { FileRegistrations } from '../registrations.ts';
import { readPythonRegistrations } from './read-python-registrations.ts';

/** The tools, handlers, routes and commands that a Python file registers. */
export const pythonRegistrations = defineFact<FileRegistrations, null>({
  id: 'python-registrations',
  version: 3,
  languages: ['python'],
  start: () => null,
  finish: (_state: null, syntax: Syntax) => readPythonRegistrations(syntax),
});
