import { hazard } from '../hazard.ts';

export const R56 = hazard({
  id: 'R56',
  language: 'rust',
  what: '`Location::caller()` and the place of a panic give the file of the caller.',
  foundBy: 'proof',
  verdict: 'accepted',
  remedy:
    'M fails; S says in its line that it shows less where the divided module itself asks; plan and split report it with a count; where nobody compares or stores such places: `--accept R56`.',
  naive: 'another output',
  heldBy: '`place-sabotage.test.ts`, `caller-places.test.ts`',
});
