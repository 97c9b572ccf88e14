import { hazard } from '../hazard.ts';

export const R38 = hazard({
  id: 'R38',
  language: 'rust',
  what: 'Other files name this one (manifests, owners, snapshots of errors), or read it while its package is built.',
  foundBy: 'codemod',
  verdict: 'handled',
  remedy:
    'names are reported; S does not prove a split of a file that a build script, its modules and dependencies, a procedural macro of the workspace or `include_str!` reads',
  naive: 'another output of a program that reads the source text',
  heldBy: 'reported: not changed by a split',
});
