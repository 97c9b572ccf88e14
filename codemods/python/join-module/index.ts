import { defineCodemod } from '../../define-codemod.ts';
import { JOIN_OPTIONS, type JoinOptions } from '../../join-options.ts';
import { joinModule } from './join.ts';

/** Takes the parts of a Python module back into it: what a split does, undone. */
export const pythonJoinModule = defineCodemod<JoinOptions>({
  id: 'python/join-module',
  languages: ['python'],
  title: 'Join the parts of a Python module with its facade',
  examples: ['sibling', 'package'],
  options: JOIN_OPTIONS,
  run: joinModule,
});
