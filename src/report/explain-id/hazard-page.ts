import type { Hazard } from '../../core/hazards/hazard.ts';

const LANGUAGE = { rust: 'Rust', python: 'Python', javascript: 'JavaScript and TypeScript', planner: 'plans' } as const;

const VERDICT: Readonly<Record<Hazard['verdict'], string>> = {
  handled: 'The split writes what keeps it right.',
  kept: 'What it concerns stays in the facade.',
  refused: 'The split is refused, and nothing is written.',
  note: 'The split tells it, with a count.',
  accepted: 'Not proven, unless `--accept` names it; the receipt records that.',
  invariant: 'A split cannot break it.',
};

/** The page of a hazard, in Markdown. Ends with a newline. */
export function hazardPage({ id, language, what, foundBy, verdict, remedy, naive, heldBy }: Hazard): string {
  return [
    `# ${id}`,
    '',
    `A hazard of splits of ${LANGUAGE[language]}; found by: ${foundBy}.`,
    '',
    what,
    '',
    `**What a split does:** ${VERDICT[verdict]}${remedy === null ? '' : ` ${sentence(remedy)}`}`,
    ...(naive === null ? [] : ['', `**What a split that looks right would do:** ${naive}`]),
    '',
    `**Held by:** ${heldBy}`,
    '',
  ].join('\n');
}

const sentence = (text: string): string => {
  const begun = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]$/.test(begun) ? begun : `${begun}.`;
};
