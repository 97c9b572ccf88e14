import type { CaseResult } from './measure-case.ts';
import { mean, median, resampledMean } from './score.ts';

/** The results as Markdown: means first, then the halves and the repositories left out one by one, then each case. */
export function reportTable(results: readonly CaseResult[], missing: readonly string[]): string {
  const lines = [
    '| | cases | ARI given | ARI own | plain linkage given | plain linkage own | F1 given | F1 own | ARI of equal chunks | names hit | reads cut, median | pairs cut, median |',
  ];
  lines.push('|---|---|---|---|---|---|---|---|---|---|---|---|');
  const subset = (title: string, keep: (result: CaseResult) => boolean): void => {
    const kept = results.filter(keep);
    if (kept.length > 0) lines.push(summaryRow(title, kept));
  };
  subset('all', () => true);
  for (const language of LANGUAGES) subset(language, (result) => result.case.language === language);
  for (const language of LANGUAGES) {
    const own = results.filter((result) => result.case.language === language);
    subset(`${language}, even cases`, (result) => own.indexOf(result) % 2 === 0 && own.includes(result));
    subset(`${language}, odd cases`, (result) => own.indexOf(result) % 2 === 1);
  }
  lines.push('', ...gains(results), '', ...leaveOneOut(results), '', ...worstTenth(results), '');
  lines.push(
    '| file | atoms | groups: theirs / own | ARI given | ARI own | equal chunks | names | reads cut / in chunks | ms |',
  );
  lines.push('|---|---|---|---|---|---|---|---|---|', ...results.map(caseRow));
  if (missing.length > 0) lines.push('', 'Not measured:', ...missing.map((one) => `- ${one}`));
  return `${lines.join('\n')}\n`;
}

const LANGUAGES = ['rust', 'python', 'typescript'] as const;

const two = (value: number): string => value.toFixed(2);

function summaryRow(title: string, results: readonly CaseResult[]): string {
  const average = (value: (result: CaseResult) => number): string => mean(results.map(value)).toFixed(3);
  const hits = results.reduce((sum, { names }) => sum + names.hits, 0);
  const pairs = results.reduce((sum, { names }) => sum + names.pairs, 0);
  const cutShare = (kind: 'reads' | 'pairs'): string =>
    `${Math.round(100 * median(results.flatMap(({ cut }) => (cut[kind].chunks > 0 ? [cut[kind].plan / cut[kind].chunks] : []))))} %`;
  const cells = [
    title,
    results.length,
    average(({ given }) => given.ari),
    average(({ own }) => own.ari),
    average(({ plain }) => plain.given.ari),
    average(({ plain }) => plain.own.ari),
    average(({ given }) => given.f1),
    average(({ own }) => own.f1),
    average(({ chunks }) => chunks.ari),
    `${hits} of ${pairs} (${Math.round((100 * hits) / Math.max(1, pairs))} %)`,
    cutShare('reads'),
    cutShare('pairs'),
  ];
  return `| ${cells.join(' | ')} |`;
}

/** What the planner has over plain linkage, case by case. */
function gains(results: readonly CaseResult[]): string[] {
  const line = (title: string, kept: readonly CaseResult[]): string => {
    const gain = (which: 'given' | 'own'): string => {
      const { mean, low, high } = resampledMean(
        kept.map((result) => ({ from: result.case.repo, value: result[which].ari - result.plain[which].ari })),
      );
      return `${mean.toFixed(3)} (95 %: ${low.toFixed(3)} to ${high.toFixed(3)})`;
    };
    const repositories = new Set(kept.map((result) => result.case.repo)).size;
    return `- ${title}: gain over plain linkage in ${kept.length} cases of ${repositories} repositories: given ${gain('given')}, own ${gain('own')}`;
  };
  const kept = LANGUAGES.map((one) => results.filter((result) => result.case.language === one));
  return [
    line('all', results),
    ...LANGUAGES.flatMap((language, i) => (kept[i]!.length > 0 ? [line(language, kept[i]!)] : [])),
  ];
}

/** The lowest mean that is left when one repository is taken away: how much a single project carries. */
function leaveOneOut(results: readonly CaseResult[]): string[] {
  return LANGUAGES.flatMap((language) => {
    const own = results.filter((result) => result.case.language === language);
    if (new Set(own.map((result) => result.case.repo)).size < 2) return [];
    const without = [...new Set(own.map((result) => result.case.repo))].map((repo) => {
      const rest = own.filter((result) => result.case.repo !== repo);
      return {
        repo,
        given: mean(rest.map(({ given }) => given.ari)),
        chosen: mean(rest.map((result) => result.own.ari)),
      };
    });
    const given = [...without].sort((a, b) => a.given - b.given)[0]!;
    const chosen = [...without].sort((a, b) => a.chosen - b.chosen)[0]!;
    return `- ${language}: lowest mean with one repository left out: given ${given.given.toFixed(3)} (without ${given.repo}), own ${chosen.chosen.toFixed(3)} (without ${chosen.repo})`;
  });
}

function worstTenth(results: readonly CaseResult[]): string[] {
  const tenth = Math.max(1, Math.round(results.length / 10));
  const worst = (value: (result: CaseResult) => number): string =>
    mean(
      results
        .map(value)
        .sort((a, b) => a - b)
        .slice(0, tenth),
    ).toFixed(3);
  return [`- worst tenth: given ${worst(({ given }) => given.ari)}, own ${worst(({ own }) => own.ari)}`];
}

function caseRow(result: CaseResult): string {
  const { groups, given, own, chunks, names, cut } = result;
  const cells = [
    `${result.case.repo} ${result.case.oldPath}`,
    result.atoms,
    `${groups.truth} / ${groups.own}`,
    two(given.ari),
    two(own.ari),
    two(chunks.ari),
    `${names.hits}/${names.pairs}`,
    `${cut.reads.plan} / ${cut.reads.chunks}`,
    Math.round(result.milliseconds),
  ];
  return `| ${cells.join(' | ')} |`;
}
