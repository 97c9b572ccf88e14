import { hazard } from '../hazard.ts';

export const R34 = hazard({
  id: 'R34',
  language: 'rust',
  what: 'What was not compiled is not proven.',
  foundBy: 'codemod',
  verdict: 'handled',
  remedy: null,
  naive: 'E0425 that only the features show under which the file is compiled',
  heldBy: 'the proof: each new file must be in the dep-info of a build, else the verdict is *vacuous*',
});
