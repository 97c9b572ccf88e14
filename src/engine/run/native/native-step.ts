import type { CodemodFile, FileCodemod } from '../../../../codemods/define-file-codemod.ts';
import { applyEdits } from '../../../core/apply-edits.ts';
import { treeLanguageOf } from '../../../languages/tree-language.ts';
import type { Step } from '../messages.ts';
import { requireSound } from '../require-sound.ts';
import type { RunFileState, Stepped, StepRun } from '../step-run.ts';
import { editedFile, type Made, Refused } from './edited-file.ts';

/** A file codemod as a step. A file with syntax errors fails, as does one that would have them afterwards. */
export function nativeStep(step: Step, { languages, change }: FileCodemod): StepRun {
  return {
    name: step.name,
    reads: (path) => {
      const language = treeLanguageOf(path);
      return language !== null && languages.includes(language);
    },
    run: async (state) => {
      const { file, made } = editedFile(state, treeLanguageOf(state.relative)!);
      try {
        await change(file, { ...step.params, ...state.params });
      } catch (error) {
        if (error instanceof Refused) return { status: 'skipped', why: error.message };
        throw error;
      }
      return stepped(state, file, made);
    },
  };
}

function stepped(state: RunFileState, file: CodemodFile, { edits, movedTo }: Made): Stepped {
  const target = movedTo === state.relative ? null : movedTo;
  if (edits.length === 0 && target === null) return { status: 'unchanged' };
  requireSound(state.relative, state.text, file.root, 'the file');
  const text = applyEdits(state.text, edits);
  if (text === state.text && target === null) return { status: 'unchanged' };
  requireSound(state.relative, text, state.trees.rootOf(text, file.language), 'what the codemod made of it');
  return { status: 'changed', text, whole: null, ...(target === null ? {} : { movedTo: target }) };
}
