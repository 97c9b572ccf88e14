import { planModules } from '../../../analyzers/modules/plan-modules.ts';
import { USUAL_PLANNING } from '../../../analyzers/modules/usual-planning.ts';
import { atomOf } from '../../../src/core/atom.ts';
import type { PlanningLanguage } from '../../../src/core/language.ts';
import type { Outline, Unit } from '../../../src/core/unit.ts';
import type { Language } from '../../../src/engine/language.ts';
import { toyProver } from './toy-prover.ts';
import { toySplit } from './toy-split.ts';
import { letsIn } from './toy-text.ts';

function outlineOf(text: string): Outline {
  const units = letsIn(text).map(
    ({ name, words, start, end, text: own }): Unit => ({
      id: `let ${name}`,
      kind: 'let',
      name,
      start,
      end,
      body: { start, end },
      lines: own.split('\n').length,
      defines: [{ name, spaces: ['value'], visibility: '', certain: true }],
      uses: words.map((word) => ({ name: word, space: 'value', at: start, eager: false, count: 1 })),
      visibility: '',
      hazards: [],
      parent: null,
      opaque: false,
    }),
  );
  const header = { start: 0, end: units[0]?.start ?? text.length };
  return { language: 'toy', units, members: [], header, hazards: [], partial: false };
}

const planning: PlanningLanguage = {
  ...USUAL_PLANNING,
  id: 'toy',
  circular: true,
  atoms: ({ units }) => ({ atoms: units.map((unit) => atomOf([unit])), keep: [], whole: [], macros: [] }),
};

/** A language of one statement, without a grammar: all that the engine asks of one. */
export const toyLanguage: Language = {
  id: 'toy',
  title: 'Toy',
  reads: ({ path }) => path.endsWith('.toy'),
  outline: (view, path) => ({ status: 'ok', value: outlineOf(view.text(path)) }),
  firstError: () => null,
  planning,
  plan: (view, outline, request) =>
    planModules({ language: planning, outline, text: view.text(request.path) }, request),
  layouts: [],
  layoutReason: () => null,
  breaksCycles: false,
  rungs: ['S'],
  ownNames: null,
  split: toySplit(planning, outlineOf),
  join: null,
  prover: async () => toyProver,
  toolchain: async () => ({ find: async () => [], obstacle: async () => () => null }),
};
