import { hazard } from '../hazard.ts';

export const J94 = hazard({
  id: 'J94',
  language: 'javascript',
  what: 'Code that finds a file by the stack: `new Error().stack`, `Error.prepareStackTrace`, `util.getCallSites()`, the package callsites.',
  foundBy: 'proof',
  verdict: 'note',
  remedy:
    'the verdict shows less than usual by S and names the place: what moved stands on the stack with its new file',
  naive: 'another name of a file in a log, or another file beside which something is looked for',
  heldBy: '`stack-readers.test.ts`',
});
