import { hazard } from '../hazard.ts';

export const J89 = hazard({
  id: 'J89',
  language: 'javascript',
  what: 'A framework with routes by files takes every file of a folder for a page, an endpoint or a plugin: a part there would be one. And it reads settings of a page from its text (`revalidate`, `runtime`, `config`, `prerender`): they have to stand there.',
  foundBy: 'codemod, rung S',
  verdict: 'refused',
  remedy:
    'Move the code to a file outside of that folder first, and split it there; where the framework goes by names, give the part another one.',
  naive:
    'The build adds an address for each part: code that was internal can be requested, or the build stops at a page without a component.',
  heldBy: '`refuse-j89`, test/codemods/javascript/route-folders.test.ts',
});
