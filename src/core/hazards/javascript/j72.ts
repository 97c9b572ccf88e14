import { hazard } from '../hazard.ts';

export const J72 = hazard({
  id: 'J72',
  language: 'javascript',
  what: 'A comment in the middle of a file can apply to all that follows it: `eslint-disable`, `prettier-ignore-start`.',
  foundBy: 'codemod',
  verdict: 'refused',
  remedy: 'Move the comment to the top of the file, or limit it to one line.',
  naive: 'A unit leaves the range, and the linter reports what it did not, or the reverse.',
  heldBy: 'test/sabotage/javascript/sabotage.test.ts',
});
