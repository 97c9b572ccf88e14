import { hazard } from '../hazard.ts';

export const H33 = hazard({
  id: 'H33',
  language: 'python',
  what: 'Linters, coverage and owners are configured by path.',
  foundBy: 'codemod',
  verdict: 'handled',
  remedy: 'the file stays where it is named',
  naive: 'a path in a configuration names nothing',
  heldBy: 'test/codemods/python/hazards',
});
