import type { Hazard } from '../../core/hazards/hazard.ts';

/** What splits of each language are called. */
export const LANGUAGE_NAMES: Readonly<Record<Hazard['language'], string>> = {
  rust: 'Rust',
  python: 'Python',
  javascript: 'JavaScript and TypeScript',
  planner: 'plans, moves and joins',
};

/** What each verdict means, as a sentence. */
export const VERDICT_WORDS: Readonly<Record<Hazard['verdict'], string>> = {
  handled: 'The split writes what keeps it right.',
  kept: 'What it concerns stays in the facade.',
  refused: 'The split is refused, and nothing is written.',
  note: 'The split reports it, with a count.',
  accepted: 'Not proven, unless `--accept` names it; the receipt records that.',
  invariant: 'A split cannot break it.',
};
