import { hazard } from '../hazard.ts';

export const R55 = hazard({
  id: 'R55',
  language: 'rust',
  what: '`type_name` and `type_name_of_val` return the module of a type or function.',
  foundBy: 'proof',
  verdict: 'accepted',
  remedy:
    'M fails; S says in its line that it shows less where the divided module itself asks; plan and split report it with a count; where nobody compares or stores such names: `--accept R55`.',
  naive: 'another output',
  heldBy: '`place-sabotage.test.ts`, `type-names.test.ts`',
});
