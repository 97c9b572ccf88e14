import { hazard } from '../hazard.ts';

export const R57 = hazard({
  id: 'R57',
  language: 'rust',
  what: 'A macro or a derive puts the module path or the file into the program: schema ids, keys of registries.',
  foundBy: 'proof',
  verdict: 'accepted',
  remedy:
    'M fails, and plan and split report what they can see of it, with a count; where nobody depends on the text: `--accept R57`.',
  naive: 'another output',
  heldBy: '`place-sabotage.test.ts`, `place-literals.test.ts`',
});
