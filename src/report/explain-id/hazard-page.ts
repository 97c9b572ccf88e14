import type { Hazard } from '../../core/hazards/hazard.ts';
import { LANGUAGE_NAMES, VERDICT_WORDS } from './hazard-words.ts';

/** The page of a hazard, in Markdown. Ends with a newline. */
export function hazardPage({ id, language, what, foundBy, verdict, remedy, naive, heldBy }: Hazard): string {
  return [
    `# ${id}`,
    '',
    `A hazard of splits of ${LANGUAGE_NAMES[language]}; found by: ${foundBy}.`,
    '',
    what,
    '',
    `**What a split does:** ${VERDICT_WORDS[verdict]}${remedy === null ? '' : ` ${sentence(remedy)}`}`,
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
