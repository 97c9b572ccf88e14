import { hazard } from '../hazard.ts';

export const H1 = hazard({
  id: 'H1',
  language: 'python',
  what: 'A relative import counts its dots from the file it stands in, so a file that moves one folder down needs one dot more.',
  foundBy: 'outline',
  verdict: 'handled',
  remedy: 'dots are counted anew, in functions too',
  naive: 'relative imports keep their dots',
  heldBy: 'test/codemods/python/hazards',
});
