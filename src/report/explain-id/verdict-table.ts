import type { Hazard, HazardVerdict } from '../../core/hazards/hazard.ts';
import { LANGUAGE_NAMES, VERDICT_WORDS } from './hazard-words.ts';

/** What comes of each form that stands in a file, language by language, in Markdown: printed from the hazards' data. Ends with a newline. */
export function verdictTable(hazards: readonly Hazard[]): string {
  const languages = [...new Set(hazards.map(({ language }) => language))];
  return [
    '# What a split does with each form',
    '',
    'Printed from the data of the hazards; `omni-refactor explain ID` shows one with the test that holds it.',
    '',
    ...(Object.keys(VERDICT_WORDS) as HazardVerdict[]).map((verdict) => `- *${verdict}*: ${VERDICT_WORDS[verdict]}`),
    ...languages.flatMap((language) => [
      '',
      `## ${heading(LANGUAGE_NAMES[language])}`,
      '',
      '| form | verdict | by | |',
      '|---|---|---|---|',
      ...hazards.filter((one) => one.language === language).map(row),
    ]),
    '',
  ].join('\n');
}

const row = ({ id, what, verdict, remedy }: Hazard): string =>
  `| ${cell(what)} | ${verdict} | ${id} | ${cell(remedy ?? '')} |`;

const cell = (text: string): string => text.replaceAll('|', '\\|');

const heading = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
