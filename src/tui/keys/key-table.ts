import { type Context, KEYMAP, showKey } from './keymap.ts';

const TITLES: Readonly<Record<Context, string>> = {
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
  quit: 'Quit screen',
  help: 'Help',
  'help-filter': 'While the help is searched',
  log: 'Command log',
  small: 'While the terminal is too small',
};

export const titleOf = (context: Context): string => TITLES[context];

const cell = (text: string): string => text.replaceAll('|', '\\|');

/** The documentation's tables of keys, as Markdown. */
export function keyTables(): string {
  return (Object.keys(TITLES) as Context[])
    .map((context) => {
      const rows = KEYMAP.filter((binding) => binding.context === context).map(
        ({ keys, about }) => `| ${keys.map((key) => `\`${cell(showKey(key))}\``).join(' ')} | ${cell(about)} |`,
      );
      return [`### ${TITLES[context]}`, '', '| key | what it does |', '| --- | --- |', ...rows].join('\n');
    })
    .join('\n\n');
}
