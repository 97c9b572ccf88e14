import { hazard } from '../hazard.ts';

export const R38 = hazard({
  id: 'R38',
  language: 'rust',
  what: 'Other files name this one: manifests, owners, snapshots of errors.',
  foundBy: 'codemod',
  verdict: 'handled',
  remedy: null,
  naive: 'another output of a program that reads the source text',
  heldBy: 'reported: not changed by a split',
});
