import { Argument, type Command, Option } from 'commander';
import type { CommandRow } from './command-row.ts';

/**
 * Declares a command from its row, for help and for the messages of a command line that is not understood.
 * @param meant is called where the command itself is meant after all
 */
export function addRow(program: Command, row: CommandRow, meant: () => never): void {
  const command = program.command(row.name).description(row.description).action(meant);
  for (const { term, description, defaultValue, choices } of row.arguments) {
    const argument = new Argument(term, description).default(defaultValue);
    command.addArgument(choices === undefined ? argument : argument.choices(choices));
  }
  for (const { flags, description, isMandatory, defaultValue, choices } of row.options) {
    const option = new Option(flags, description).makeOptionMandatory(isMandatory);
    if (defaultValue !== undefined) option.default(defaultValue);
    command.addOption(choices === undefined ? option : option.choices(choices));
  }
  command.addHelpText('after', row.after);
  for (const below of row.commands) addRow(command, below, meant);
}
