import { defineCodemod } from '../../define-codemod.ts';
import { JOIN_OPTIONS, type JoinOptions } from '../../join-options.ts';
import { joinModule } from './join.ts';

/** Takes the parts of a JavaScript or TypeScript module back into it: what a split does, undone. */
export const javascriptJoinModule = defineCodemod<JoinOptions>({
  id: 'javascript/join-module',
  languages: ['javascript'],
  title: 'Join the parts of a JavaScript module with its facade',
  examples: ['functions', 'types-only'],
  options: JOIN_OPTIONS,
  run: joinModule,
});
