import { hazard } from '../hazard.ts';

export const R43 = hazard({
  id: 'R43',
  language: 'rust',
  what: 'Snapshots are named after the module path.',
  foundBy: 'codemod',
  verdict: 'handled',
  remedy: null,
  naive: 'another file name',
  heldBy: 'refused by name (R43) where the folder changes; test paths stay',
});
