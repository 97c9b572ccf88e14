import { hazard } from '../hazard.ts';

export const H26 = hazard({
  id: 'H26',
  language: 'python',
  what: 'A build configuration that lists packages, modules or files by name does not ship new files by itself, and one that excludes files, or `.gitignore`, may leave them out.',
  foundBy: 'codemod',
  verdict: 'handled',
  remedy:
    'the new files are listed where the form is simple; else the layout is one that is shipped, or the split is refused; B builds the wheel before and after where the backend is installed',
  naive: 'the new file is not shipped',
  heldBy: 'test/codemods/python/hazards',
});
