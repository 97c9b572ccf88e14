import { selectedHotspot } from './hotspot-rows.ts';
import { currentPlan } from './list.ts';
import type { State } from './state.ts';
import { selectedFinding } from './visible-findings.ts';

const quoted = (word: string): string => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);

const line = (...words: readonly string[]): string => ['omni-refactor', ...words.map(quoted)].join(' ');

/** The command line that does without a screen what this screen is about. */
export function equalCommand(state: State): string {
  const { overlay, view } = state;
  if (overlay?.kind === 'apply') {
    const evidence = ['--evidence', overlay.evidence.join(',')];
    return line('split', ...overlay.paths, ...planFlag(state, overlay.paths), ...evidence);
  }
  if (view === 'plan') {
    const plan = currentPlan(state);
    if (plan) return line('split', plan.path, ...planFlag(state, [plan.path]));
  }
  if (view === 'checks') return checksCommand(state);
  if (view === 'history') {
    const entry = state.history.entries[state.history.cursor.at];
    return entry ? line('receipt', entry.id, '--markdown') : line('history');
  }
  const row = selectedHotspot(state);
  if (view === 'hotspots' && state.focus === 'main' && row) return line('plan', row.path);
  const { by, sort, lang } = state.hotspots;
  return line(
    'hotspots',
    ...(by === 'module' ? ['--by', 'module'] : []),
    ...(sort === 'score' ? [] : ['--sort', sort]),
    ...(lang === null ? [] : ['--lang', lang]),
  );
}

/** A plan that was shaped by hand stands in a file only once it is saved. */
function planFlag(state: State, paths: readonly string[]): string[] {
  const [path] = paths;
  const plan = path !== undefined && paths.length === 1 ? state.plans.get(path) : undefined;
  if (!plan) return [];
  if (plan.file !== null) return ['--plan', plan.file];
  return plan.past.length > 0 ? ['--plan', 'plan.yaml'] : [];
}

function checksCommand(state: State): string {
  const finding = selectedFinding(state);
  return finding && finding.rule === 'file-lines' && state.focus === 'main'
    ? line('plan', finding.place.path)
    : line('check');
}
