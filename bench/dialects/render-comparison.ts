import type { Compared, Difference } from './compare.ts';

/** The results as a page: a table a dialect, then every difference. */
export function renderComparison(
  results: readonly Compared[],
  versions: ReadonlyMap<string, string>,
  unasked: readonly string[],
): string {
  const sections = [...versions].map(([dialect, version]) => {
    const own = results.filter((each) => each.dialect === dialect);
    const functions = own.reduce((sum, each) => sum + each.functions, 0);
    const equal = own.reduce((sum, each) => sum + each.equal, 0);
    const rows = own.map(
      (each) => `| ${each.where} | ${each.functions} | ${each.equal} | ${share(each.equal, each.functions)} |`,
    );
    const all = `| **all** | ${functions} | ${equal} | **${share(equal, functions)}** |`;
    const differences = own.flatMap((each) => each.differences);
    const list =
      differences.length === 0 ? [] : ['', '| where | theirs | ours | |', '|---|---|---|---|', ...differences.map(row)];
    return [`## ${version}`, '', '| where | functions | equal | |', '|---|---|---|---|', ...rows, all, ...list].join(
      '\n',
    );
  });
  const missing = unasked.length === 0 ? [] : [`## Not asked\n\n${unasked.map((each) => `- ${each}`).join('\n')}`];
  return `${['# Dialects beside the tools themselves', ...sections, ...missing].join('\n\n')}\n`;
}

const share = (part: number, whole: number): string => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(3)} %`);

const row = ({ place, name, metric, theirs, ours, partial }: Difference): string =>
  `| \`${place}\` ${name} | ${theirs} | ${ours ?? '–'} | ${metric}${partial ? ', file with syntax errors' : ''} |`;
