import type { Context } from '../../config/screen/key-table.ts';

/** In the order in which help and documentation list them. */
export const CONTEXT_TITLES: Readonly<Record<Context, string>> = {
  hotspots: 'Hotspots',
  plan: 'Plan',
  checks: 'Checks',
  history: 'History',
  any: 'Everywhere',
  filter: 'While a filter is typed',
  prompt: 'While a name is typed',
  picker: 'While a module is chosen',
  apply: 'Apply screen',
  mend: 'Fix screen',
  run: 'While it runs',
  undo: 'Undo screen',
  redo: 'Redo screen',
  commit: 'Commit screen',
  quit: 'Quit screen',
  help: 'Help',
  'help-filter': 'While the help is searched',
  log: 'Command log',
  small: 'While the terminal is too small',
};
