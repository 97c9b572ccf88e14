import { hazard } from '../hazard.ts';

export const J70 = hazard({
  id: 'J70',
  language: 'javascript',
  what: 'A module that is imported is evaluated before all that this one does, and before the modules that are imported behind it.',
  foundBy: 'codemod',
  verdict: 'handled',
  remedy: 'Parts are loaded in an order that keeps it; else the facade repeats an import without names.',
  naive: 'The import moves to a part, and its module is evaluated behind another part that acts.',
  heldBy: 'test/sabotage/javascript/sabotage.test.ts',
});
