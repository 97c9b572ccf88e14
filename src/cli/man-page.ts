import type { CommandRow, OptionRow } from './command-row.ts';
import { LOOK_OPTIONS } from './take-look.ts';

/** The manual page in roff (section 1): what `--help` says of every command, on one page. Ends with a newline. */
export function manPage(rows: readonly CommandRow[], version: string): string {
  return [
    `.TH OMNI\\-REFACTOR 1 "" "omni\\-refactor ${roff(version)}" "User Commands"`,
    '.SH NAME',
    'omni\\-refactor \\- split large Rust, Python and TypeScript modules, and prove that nothing else changed',
    '.SH SYNOPSIS',
    '.B omni\\-refactor',
    '.RI [ "options" ]',
    '.I command',
    '.RI [ "arguments" ]',
    '.PP',
    'Without a command, on a terminal, it opens a screen; elsewhere it prints the hotspots.',
    '.SH OPTIONS',
    'These may stand anywhere before \\-\\-.',
    ...LOOK_OPTIONS.flatMap(([flags, description]) => item(flags, description)),
    '.SH COMMANDS',
    ...rows.flatMap((row) => commandLines(row, [])),
    '.SH EXIT STATUS',
    ...EXITS.flatMap(([code, means]) => item(code, means)),
    '.SH SEE ALSO',
    '.B omni\\-refactor explain config',
    'prints every key of omni\\-refactor.toml;',
    '.B omni\\-refactor explain errors',
    'every error code;',
    '.B omni\\-refactor explain hazards',
    'what a split does with each form.',
    '',
  ].join('\n');
}

const EXITS = [
  ['0', 'fine'],
  ['1', 'findings'],
  ['2', 'usage or environment'],
  ['3', 'refused or not proven'],
  ['70', 'internal error'],
  ['130', 'cancelled'],
] as const;

function commandLines(row: CommandRow, above: readonly string[]): string[] {
  const name = [...above, row.name];
  const terms = row.arguments.map(({ term }) => term);
  return [
    `.SS ${roff([...name, ...(row.options.length > 0 ? ['[options]'] : []), ...terms].join(' '))}`,
    ...prose(row.description),
    ...row.arguments.flatMap(({ term, description }) => item(term, description)),
    ...row.options.flatMap((option) => item(option.flags, described(option))),
    ...asWritten(row.after),
    ...row.commands.flatMap((below) => commandLines(below, name)),
  ];
}

/** A default that commander adds to the help stands here too. */
const described = ({ description, defaultValue }: OptionRow): string =>
  typeof defaultValue === 'string' || typeof defaultValue === 'number'
    ? `${description} (default: ${String(defaultValue)})`
    : description;

const item = (term: string, text: string): string[] => ['.TP', `.B ${roff(term)}`, ...prose(text)];

const prose = (text: string): string[] => text.split('\n').map(line);

/** Texts below the options are laid out already. */
const asWritten = (text: string): string[] =>
  text.trim() === '' ? [] : ['.PP', '.nf', ...text.trim().split('\n').map(line), '.fi'];

/** A line that begins with a point or a quote would be a request. */
const line = (text: string): string => roff(text).replace(/^(?=[.'])/, '\\&');

const roff = (text: string): string => text.replaceAll('\\', '\\e').replaceAll('-', '\\-');
