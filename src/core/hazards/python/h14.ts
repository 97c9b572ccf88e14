import { hazard } from '../hazard.ts';

export const H14 = hazard({
  id: 'H14',
  language: 'python',
  what: 'Undoing a patch deletes and sets attributes in an order that a forwarding module has to respect.',
  foundBy: 'codemod',
  verdict: 'handled',
  remedy: 'a deletion reaches the parts',
  naive: 'an undone patch stays in the parts',
  heldBy: 'test/codemods/python/hazards',
});
