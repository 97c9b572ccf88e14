import { hazard } from '../hazard.ts';

export const N2 = hazard({
  id: 'N2',
  language: 'planner',
  what: 'A program of the workspace reads the text of the file: a test of the sources, a tool that makes a list of them, a script; or a document or style sheet takes in a piece of it.',
  foundBy: 'proof',
  verdict: 'note',
  remedy: 'the verdict shows less than usual by S and names the place: run it, and let it read the new files as well',
  naive: 'a check of the sources fails, or passes because it no longer sees what it looked at',
  heldBy: '`read-as-text.test.ts`',
});
