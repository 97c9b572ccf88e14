import { hazard } from '../hazard.ts';

export const R94 = hazard({
  id: 'R94',
  language: 'rust',
  what: 'A derive or attribute that makes further items beside the one that it stands at: `OrderBuilder`, `ShapeDiscriminants`, `MockStore`.',
  foundBy: 'codemod',
  verdict: 'refused',
  remedy:
    'Units of known macros of that kind stay in the facade. Of a macro that may be one S says that it shows less; A compares the names.',
  naive: 'E0432 for who imports the item by its old path',
  heldBy: '`refuses-made-names`, `made-names.test.ts`',
});
