import { grouped } from '../fit-text.ts';
import type { PageFile } from './page/data.ts';

/** What the page says before any number is looked up: where the heat lies, which file leads, how much is over. Plain text. */
export function headline(files: readonly PageFile[]): string[] {
  const ranked = [...files].sort((a, b) => b.score - a.score);
  const [first] = ranked;
  if (first === undefined) return [];
  const over = files.filter((file) => file.over).length;
  return [
    concentration(ranked),
    `The hottest is ${first.path}: ${grouped(first.lines)} lines${first.over ? ', over its ceiling' : ''}, cognitive complexity ${grouped(first.cognitive)}${first.revisions === null ? '' : `, ${grouped(first.revisions)} revisions`}.`,
    ...(over === 0
      ? []
      : [
          `${grouped(over)} of ${grouped(files.length)} files ${over === 1 ? 'is' : 'are'} over a ceiling of the budget.`,
        ]),
  ];
}

/** The fewest files that make half of all scores, and how many of the lines they hold. */
function concentration(ranked: readonly PageFile[]): string {
  const all = ranked.reduce((sum, { score }) => sum + score, 0);
  const lines = ranked.reduce((sum, file) => sum + file.lines, 0);
  let sum = 0;
  let held = 0;
  let count = 0;
  for (const file of ranked) {
    if (count > 0 && sum * 2 >= all) break;
    sum += file.score;
    held += file.lines;
    count += 1;
  }
  const share = lines === 0 ? 0 : Math.round((held / lines) * 100);
  return `Half of the heat lies in ${grouped(count)} of ${grouped(ranked.length)} ${ranked.length === 1 ? 'file' : 'files'}, with ${share} % of the lines.`;
}
