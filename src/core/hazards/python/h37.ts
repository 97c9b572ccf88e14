import { hazard } from '../hazard.ts';

export const H37 = hazard({
  id: 'H37',
  language: 'python',
  what: 'Text that the parser does not understand is never divided.',
  foundBy: 'outline',
  verdict: 'refused',
  remedy: 'nothing is divided',
  naive: 'half a statement moves; such a file does not run before either: `refuse-syntax`',
  heldBy: 'test/codemods/python/hazards',
});
