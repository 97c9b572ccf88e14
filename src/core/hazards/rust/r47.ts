import { hazard } from '../hazard.ts';

export const R47 = hazard({
  id: 'R47',
  language: 'rust',
  what: 'Comments and blank lines.',
  foundBy: 'codemod',
  verdict: 'handled',
  remedy: null,
  naive: null,
  heldBy: '`banner-comments`, `notes-and-licence`, invariant: S compares comments',
});
