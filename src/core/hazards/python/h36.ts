import { hazard } from '../hazard.ts';

export const H36 = hazard({
  id: 'H36',
  language: 'python',
  what: 'Line ends, tabs, form feeds, byte order marks and encodings must survive byte for byte.',
  foundBy: 'outline',
  verdict: 'handled',
  remedy: 'the first comments are copied, bytes are kept',
  naive: 'the encoding line is lost',
  heldBy: 'test/codemods/python/hazards',
});
