import { hazard } from '../hazard.ts';

export const H72 = hazard({
  id: 'H72',
  language: 'python',
  what: 'Code that reads the globals of a frame finds those of the file that the frame runs in: a part holds fewer names than the module.',
  foundBy: 'codemod',
  verdict: 'refused',
  remedy: null,
  naive: 'the caller stands in a part that lacks the name',
  heldBy: 'test/codemods/python/hazards',
});
