import { hazard } from '../hazard.ts';

export const H84 = hazard({
  id: 'H84',
  language: 'python',
  what: 'What a file makes while it is run as a program belongs to `__main__`: classes, loggers, and what `doctest.testmod()` looks for.',
  foundBy: 'codemod',
  verdict: 'handled',
  remedy:
    'the facade passes its parts the name of the module (`__parts__`); a program of a package that imports nothing of it, and would not find its parts by its path, is refused (H29)',
  naive: 'what the program makes belongs to a module of another name',
  heldBy: 'test/codemods/python/kinds',
});
