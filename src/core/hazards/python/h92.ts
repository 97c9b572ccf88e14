import { hazard } from '../hazard.ts';

export const H92 = hazard({
  id: 'H92',
  language: 'python',
  what: 'A file in no package that somebody loads by its path (pytest under `--import-mode=importlib`, `spec_from_file_location`, `runpy.run_path`) or by a name from above (`tests.test_big`): its folder is not on `sys.path`, and it cannot import a part beside it.',
  foundBy: 'codemod',
  verdict: 'refused',
  remedy: null,
  naive: 'ModuleNotFoundError for who loads it so',
  heldBy: '`loaded-apart.test.ts`',
});
