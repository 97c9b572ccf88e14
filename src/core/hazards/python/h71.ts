import { hazard } from '../hazard.ts';

export const H71 = hazard({
  id: 'H71',
  language: 'python',
  what: 'An import below statements that act runs the other module at that moment: at the top of a part it would run earlier.',
  foundBy: 'codemod',
  verdict: 'refused',
  remedy: 'what needs the import stays in the facade',
  naive: 'a late import moves to the top of a part',
  heldBy: 'no case yet; the order rules of S (src/engine/prove/python/effect-order.ts) compare the same',
});
