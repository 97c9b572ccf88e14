import { hazard } from '../hazard.ts';

export const H35 = hazard({
  id: 'H35',
  language: 'python',
  what: 'The docstring and literals such as `__version__` are read from the text of the file by other tools.',
  foundBy: 'outline',
  verdict: 'refused',
  remedy: 'what is read as text stays in the facade',
  naive: 'the version left the file that is read',
  heldBy: 'test/codemods/python/hazards',
});
