import { hazard } from '../hazard.ts';

export const R36 = hazard({
  id: 'R36',
  language: 'rust',
  what: 'A file that is mounted twice is two modules.',
  foundBy: 'codemod',
  verdict: 'handled',
  remedy: null,
  naive: 'E0583',
  heldBy: '`refuses-mounted-twice`, refused by name; one mount by `#[path]`: children beside the file',
});
