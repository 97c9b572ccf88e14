import { selectedHotspot } from './hotspot-rows.ts';
import { currentPlan } from './list.ts';
import type { Overlay, State, ViewName } from './state.ts';
import { selectedFinding } from './visible-findings.ts';

const quoted = (word: string): string => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);

const line = (...words: readonly string[]): string => ['omni-refactor', ...words.map(quoted)].join(' ');

/** The command line that does without a screen what this screen is about. */
export const equalCommand = (state: State): string => overlayCommand(state) ?? VIEW_COMMANDS[state.view](state);

function overlayCommand(state: State): string | null {
  const { overlay, scan } = state;
  if (overlay?.kind === 'apply') return line(...splitWords(state, overlay).slice(1));
  if (overlay?.kind !== 'mend') return null;
  const check = overlay.at === null ? undefined : scan.opened?.mendable[overlay.at.rule];
  return line('check', ...(check === undefined ? [] : [check]), '--fix');
}

/** What an apply would be as a command line, word by word, the program's name among them. */
export const splitWords = (
  state: State,
  { paths, evidence, flags }: Pick<Extract<Overlay, { kind: 'apply' }>, 'paths' | 'evidence' | 'flags'>,
): string[] => [
  'omni-refactor',
  'split',
  ...paths,
  ...planFlag(state, paths),
  '--evidence',
  evidence.join(','),
  ...(flags.commit ? ['--commit'] : []),
  ...(flags.notes ? ['--notes'] : []),
  ...(flags.inPlace ? ['--in-place'] : []),
];

const VIEW_COMMANDS: Readonly<Record<ViewName, (state: State) => string>> = {
  plan(state) {
    const plan = currentPlan(state);
    return plan ? line('split', plan.path, ...planFlag(state, [plan.path])) : hotspotsCommand(state);
  },
  checks(state) {
    const finding = selectedFinding(state);
    return finding?.rule === 'file-lines' && state.focus === 'main' ? line('plan', finding.place.path) : line('check');
  },
  history({ history }) {
    const entry = history.entries[history.cursor.at];
    return entry ? line('receipt', entry.id, '--markdown') : line('history');
  },
  hotspots(state) {
    const row = selectedHotspot(state);
    return state.focus === 'main' && row ? line('plan', row.path) : hotspotsCommand(state);
  },
};

const hotspotsCommand = ({ hotspots: { by, sort, lang } }: State): string =>
  line(
    'hotspots',
    ...(by === 'module' ? ['--by', 'module'] : []),
    ...(sort === 'score' ? [] : ['--sort', sort]),
    ...(lang === null ? [] : ['--lang', lang]),
  );

/** A plan that was shaped by hand stands in a file only once it is saved. */
function planFlag(state: State, paths: readonly string[]): string[] {
  const [path] = paths;
  const plan = path !== undefined && paths.length === 1 ? state.plans.get(path) : undefined;
  if (!plan) return [];
  if (plan.file !== null) return ['--plan', plan.file];
  if (plan.past.length > 0) return ['--plan', 'plan.yaml'];
  return plan.plan.cuts === undefined ? [] : ['--break-cycles'];
}
