import { hazard } from '../hazard.ts';

export const J90 = hazard({
  id: 'J90',
  language: 'javascript',
  what: 'A TypeScript module that is compiled to CommonJS.',
  foundBy: 'proof',
  verdict: 'accepted',
  remedy:
    'a re-export is a getter there, in another place among the keys, and late for a module in a circle: S says that it shows less, and M fails where nothing else differs but getters and the order of names; where nobody replaces or lists the exports: `--accept J90`',
  naive: 'a module in a circle finds undefined, a test cannot replace an export, keys come in another order',
  heldBy: '`emitted-form.test.ts`, `meaning.test.ts`',
});
