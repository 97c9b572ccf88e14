import { defineCodemod } from '../../define-codemod.ts';
import { JOIN_OPTIONS, type JoinOptions } from '../../join-options.ts';
import { refineLayout } from '../split-module/refine-layout.ts';
import { joinModule } from './join.ts';

/** Takes the parts of a Rust file back into it: what a split does, undone. */
export const rustJoinModule = defineCodemod<JoinOptions>({
  id: 'rust/join-module',
  languages: ['rust'],
  title: 'Join the parts of a Rust module with its facade',
  examples: ['functions', 'visibility', 'shared-imports'],
  options: JOIN_OPTIONS,
  run: joinModule,
  refine: refineLayout,
});
