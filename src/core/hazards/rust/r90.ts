import { hazard } from '../hazard.ts';

export const R90 = hazard({
  id: 'R90',
  language: 'rust',
  what: 'A unit that no build on this machine compiles: code of another platform, or of a feature that the package does not have.',
  foundBy: 'planner',
  verdict: 'kept',
  remedy:
    'It stays in the facade; a plan that was edited by hand may move it, and is then proven only with `--accept-uncompiled`.',
  naive: 'an error on the other platform, which nothing here can see',
  heldBy: '`unbuildable-units.test.ts`, `cover-units.test.ts`',
});
