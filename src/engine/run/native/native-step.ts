import { applyEdits } from '../../../core/apply-edits.ts';
import type { Step } from '../messages.ts';
import { requireSound } from '../require-sound.ts';
import type { StepRun } from '../step-run.ts';
import { treeLanguageOf } from '../trees.ts';
import { editedFile } from './edited-file.ts';
import type { FileCodemod } from './file-codemod.ts';

/** A file codemod as a step. A file with syntax errors fails, as does one that would have them afterwards. */
export function nativeStep(step: Step, { languages, change }: FileCodemod): StepRun {
  return {
    name: step.name,
    reads: (path) => {
      const language = treeLanguageOf(path);
      return language !== null && languages.includes(language);
    },
    run: async (state) => {
      const { file, edits } = editedFile(state, treeLanguageOf(state.relative)!);
      await change(file, step.params);
      if (edits.length === 0) return { status: 'unchanged' };
      requireSound(state.relative, state.text, file.root, 'the file');
      const text = applyEdits(state.text, edits);
      if (text === state.text) return { status: 'unchanged' };
      requireSound(state.relative, text, state.trees.rootOf(text, file.language), 'what the codemod made of it');
      return { status: 'changed', text, whole: null };
    },
  };
}
