import { hazard } from '../hazard.ts';

export const H7 = hazard({
  id: 'H7',
  language: 'python',
  what: 'A name that is bound on some paths only must not be re-exported as if it always existed.',
  foundBy: 'outline',
  verdict: 'handled',
  remedy: 're-exported under `try`; one that is imported and assigned is refused',
  naive: 'a name of one platform is imported on all',
  heldBy: 'test/codemods/python/hazards',
});
