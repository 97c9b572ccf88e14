import { hazard } from '../hazard.ts';

export const H29 = hazard({
  id: 'H29',
  language: 'python',
  what: 'A block under `if __name__ == "__main__"` runs only in the file that is started; an `__init__.py` started by its path is in no package and cannot import parts.',
  foundBy: 'outline, codemod',
  verdict: 'handled',
  remedy:
    'the file stays and holds the block; the package layout, and an `__init__.py` that is run by its path, are refused',
  naive: 'the file that is run is gone',
  heldBy: 'test/codemods/python/hazards',
});
