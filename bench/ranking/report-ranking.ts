import { FORMULAS } from './formulas.ts';
import type { RankingRow } from './measure-repository.ts';
import { bootstrap, type Quality } from './statistics.ts';

const MEASURES: readonly { readonly key: keyof Quality; readonly title: string }[] = [
  { key: 'p10', title: 'P@10' },
  { key: 'p20', title: 'P@20' },
  { key: 'share20', title: 'fixes in the first 20' },
  { key: 'rho', title: 'Spearman ρ' },
];

/** The page that is committed. */
export function reportRanking(rows: readonly RankingRow[]): string {
  const own = (key: keyof Quality): number[] => rows.map(({ qualities }) => qualities[0]![key]);
  const mean = (formula: number, key: keyof Quality): number =>
    bootstrap(rows.map(({ qualities }) => qualities[formula]![key])).mean;
  const table = FORMULAS.map(
    ({ name }, i) => `| ${name} | ${MEASURES.map(({ key }) => mean(i, key).toFixed(3)).join(' | ')} |`,
  );
  const gains = FORMULAS.slice(1).map(({ name }, i) => {
    const cells = MEASURES.map(({ key }) => {
      const gain = bootstrap(own(key).map((value, row) => value - rows[row]!.qualities[i + 1]![key]));
      return `${signed(gain.mean)} [${signed(gain.low)}, ${signed(gain.high)}]`;
    });
    return `| ${name} | ${cells.join(' | ')} |`;
  });
  const repositories = rows.map(
    ({ repository, head, cut, files, fixed, fixes, hardest, qualities }) =>
      `| ${repository} | ${head.slice(0, 10)} | ${cut.slice(0, 10)} | ${files} | ${fixed} | ${fixes} | ${hardest.join(' / ')} | ${MEASURES.map(({ key }) => qualities[0]![key].toFixed(2)).join(' | ')} |`,
  );
  const titles = MEASURES.map(({ title }) => title).join(' | ');
  const rule = MEASURES.map(() => '---').join(' | ');
  return `# Does the ranking foretell where fixes will fall?

\`npm run bench:ranking -- --repos FOLDER\` measures again. Each repository is laid out as it was a year before its HEAD; history and metrics are this
tool's own, read there. Then its later commits are looked through: a file was mended by a commit whose subject speaks of a fix, with at most 30 files,
no merge, by no bot. Files of tests, benches and examples take no part. ${rows.length} repositories, ${sum(rows, 'files')} files, ${sum(rows, 'fixes')} fixes of files.

Means over the repositories, every formula from the same history and counts (the tool's default first):

| score | ${titles} |
| --- | ${rule} |
${table.join('\n')}

What the default gains over each other, with the middle 95 % of 10,000 bootstrap samples of the repositories. An interval that holds 0 is no
proof of a gain:

| over | ${titles} |
| --- | ${rule} |
${gains.join('\n')}

The repositories, with the quality of the default:

| repository | HEAD | cut | files | mended later | fixes | place of the most complex file, with the floor / without | ${titles} |
| --- | --- | --- | --- | --- | --- | --- | ${rule} |
${repositories.join('\n')}

P@n: of the first n files, the share that was mended later. ρ: the rank correlation of score and number of fixes over all files. Base rates are high and
the gaps small: the report prints the rank by lines and by commits alone beside each score, so that anybody can see what the score adds.
`;
}

const signed = (value: number): string => `${value >= 0 ? '+' : '−'}${Math.abs(value).toFixed(3)}`;

const sum = (rows: readonly RankingRow[], key: 'files' | 'fixes'): string =>
  String(rows.reduce((total, row) => total + row[key], 0)).replace(/\B(?=(\d{3})+$)/g, ',');
