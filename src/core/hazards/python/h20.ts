import { hazard } from '../hazard.ts';

export const H20 = hazard({
  id: 'H20',
  language: 'python',
  what: '`__file__`, `__path__` and resource lookups depend on where the file lies.',
  foundBy: 'outline',
  verdict: 'handled',
  remedy:
    'the parts stay in the folder; a path that counts from the file is refused, and so is a module that recognises its own frames by the path of its file',
  naive: 'a path counts from the part',
  heldBy: 'test/codemods/python/hazards',
});
