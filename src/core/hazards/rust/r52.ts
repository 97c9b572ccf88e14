import { hazard } from '../hazard.ts';

export const R52 = hazard({
  id: 'R52',
  language: 'rust',
  what: 'Included files hold no inner attributes or docs.',
  foundBy: 'codemod',
  verdict: 'refused',
  remedy: null,
  naive: 'E0753',
  heldBy: '`refuses-included`',
});
