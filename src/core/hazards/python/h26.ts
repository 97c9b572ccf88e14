import { hazard } from '../hazard.ts';

export const H26 = hazard({
  id: 'H26',
  language: 'python',
  what: 'A build configuration that lists modules by name does not ship new files by itself.',
  foundBy: 'codemod',
  verdict: 'handled',
  remedy: 'the list of modules is edited; a form that is not understood is refused',
  naive: 'the new file is not shipped',
  heldBy: 'test/codemods/python/hazards',
});
