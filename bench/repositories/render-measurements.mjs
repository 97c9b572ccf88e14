import { execFileSync } from 'node:child_process';
import { cpus } from 'node:os';

const grouped = (value) => String(value).replace(/\B(?=(?:\d{3})+$)/g, ',');

/** A Markdown page of the measured repositories. */
export function renderMeasurements(rows) {
  const good = rows.filter((row) => row.faults.length === 0).length;
  const head = [
    'repository',
    'commit',
    'files',
    'sources',
    'failed',
    'partial',
    'lines',
    'modules',
    'includes',
    'unresolved',
    'units',
    'nodes',
    'cold s (cpu)',
    'warm s (cpu)',
    'history',
    'faults',
  ];
  const cells = rows.map((row) =>
    row.totals === undefined
      ? [row.name, '-', ...Array(13).fill('-'), row.faults.join('; ')]
      : [
          row.name,
          row.commit,
          grouped(row.found),
          grouped(row.totals.found),
          row.totals.failed.length,
          row.totals.partial,
          grouped(row.totals.lines),
          grouped(row.totals.modules),
          row.splices.includes,
          row.splices.unresolved,
          grouped(row.units),
          grouped(row.nodes),
          `${row.cold.wall.toFixed(1)} (${row.cold.cpu.toFixed(1)})`,
          `${row.warm.wall.toFixed(1)} (${row.warm.cpu.toFixed(1)})`,
          row.history,
          row.faults.length,
        ],
  );
  const table = [head, head.map(() => '---'), ...cells].map((row) => `| ${row.join(' | ')} |`);
  return `# Whole repositories

${good} of ${rows.length} repositories read without a fault. Measured ${new Date().toISOString().slice(0, 10)} with ${versions()}.

For each: files reported are the files that \`git ls-files\` (or a walk) finds and their states add up; every line, counted apart from the
tool, belongs to one file and one module, and lines over modules are lines over files; unit ids are unique in every file, units never overlap;
no file fails without a reason; \`hotspots\` (by file and by module), \`includes\` and \`check\` print the same bytes cold, warm, and from a copy
at another path with another time zone, locale and thread count. \`npm run corpus:repositories -- --repos FOLDER\` measures again.

${table.join('\n')}

Seconds are wall clock, in brackets all processors together, of \`hotspots --json\` with an empty cache and unchanged again. Files that
failed are links, binary or not UTF-8; partial ones have syntax errors (most are tests of compilers) and are measured as far as they go.

${failures(rows)}`;
}

function failures(rows) {
  const reasons = rows.flatMap((row) => {
    const counts = new Map();
    for (const { reason } of row.totals?.failed ?? []) counts.set(reason, (counts.get(reason) ?? 0) + 1);
    return [...counts].map(([reason, count]) => `- ${row.name}: ${count} ${reason}`);
  });
  return reasons.length === 0 ? '' : `Files that failed, by reason:\n\n${reasons.join('\n')}\n`;
}

function versions() {
  const git = execFileSync('git', ['--version'], { encoding: 'utf8' }).trim();
  return `Node ${process.version}, ${git}, ${cpus().length} cores (${cpus()[0].model.trim()})`;
}
