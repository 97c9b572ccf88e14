import { hazard } from '../hazard.ts';

export const R60 = hazard({
  id: 'R60',
  language: 'rust',
  what: 'Text that the parser does not understand is never divided.',
  foundBy: 'outline',
  verdict: 'refused',
  remedy: 'Fix it; for valid code that is newer than the grammar, wait for a newer version.',
  naive: 'half an item moves; such a file does not build before either',
  heldBy: 'test/cli/broken-base.test.ts',
});
