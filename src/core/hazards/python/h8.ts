import { hazard } from '../hazard.ts';

export const H8 = hazard({
  id: 'H8',
  language: 'python',
  what: 'What stands under `TYPE_CHECKING` does not exist at run time.',
  foundBy: 'outline',
  verdict: 'handled',
  remedy:
    'the block is copied to the parts that need it; where its `else` binds more than imports, it is a statement with one owner',
  naive: 'type-checking names are re-exported at run time',
  heldBy: 'test/codemods/python/hazards',
});
