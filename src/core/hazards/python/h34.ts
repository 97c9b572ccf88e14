import { hazard } from '../hazard.ts';

export const H34 = hazard({
  id: 'H34',
  language: 'python',
  what: 'Comments that open and close a region, and banners that belong to no statement, lose their meaning when cut apart.',
  foundBy: 'outline',
  verdict: 'refused',
  remedy: 'a region stays whole',
  naive: 'a pair of comments is cut apart',
  heldBy: 'test/codemods/python/hazards',
});
