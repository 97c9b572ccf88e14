import { hazard } from '../hazard.ts';

export const H6 = hazard({
  id: 'H6',
  language: 'python',
  what: 'A star import binds names that cannot be read from the text.',
  foundBy: 'outline',
  verdict: 'handled',
  remedy:
    'the star goes to each part that needs an unknown name; one behind definitions replaces some of them, also in a `try`: what stands above it stays',
  naive: 'star imports are dropped',
  heldBy: 'test/codemods/python/hazards',
});
