import type { EventEmitter } from 'node:events';
import type { Argument, Command, Option } from 'commander';
import type { OneOf } from './options.ts';

/** What the help of a command is printed from, as data: the build writes it, so that help loads none of the commands. */
export interface CommandRow {
  readonly name: string;
  readonly description: string;
  readonly arguments: readonly ArgumentRow[];
  readonly options: readonly OptionRow[];
  /** The text below the options, examples among it. */
  readonly after: string;
  readonly commands: readonly CommandRow[];
}

interface ArgumentRow {
  /** `<name>`, `[name]` or `[name...]`. */
  readonly term: string;
  readonly description: string;
  readonly defaultValue?: unknown;
  readonly choices?: readonly string[];
  /** For completion: what its parser takes, and whether several between commas. */
  readonly words?: readonly string[];
  readonly isList?: boolean;
}

export interface OptionRow {
  readonly flags: string;
  readonly description: string;
  readonly isMandatory: boolean;
  readonly defaultValue?: unknown;
  readonly choices?: readonly string[];
  readonly words?: readonly string[];
  readonly isList?: boolean;
}

export const rowOf = (command: Command): CommandRow => ({
  name: command.name(),
  description: command.description(),
  arguments: command.registeredArguments.map(argumentRow),
  options: command.options.map(optionRow),
  after: textAfter(command),
  commands: command.commands.map(rowOf),
});

const argumentRow = (argument: Argument): ArgumentRow => {
  const name = `${argument.name()}${argument.variadic ? '...' : ''}`;
  return {
    term: argument.required ? `<${name}>` : `[${name}]`,
    description: argument.description,
    ...valuesOf(argument),
  };
};

const optionRow = (option: Option): OptionRow => ({
  flags: option.flags,
  description: option.description,
  isMandatory: option.mandatory,
  ...valuesOf(option),
});

const valuesOf = ({ defaultValue, argChoices, parseArg }: Argument | Option) => {
  const { words, isList } = (parseArg ?? {}) as Partial<OneOf>;
  return {
    ...(defaultValue === undefined ? {} : { defaultValue: defaultValue as unknown }),
    ...(argChoices === undefined ? {} : { choices: argChoices }),
    ...(words === undefined ? {} : { words }),
    ...(isList === true ? { isList } : {}),
  };
};

function textAfter(command: Command): string {
  let text = '';
  const context = { error: false, command, write: (piece: string) => (text += piece) };
  // commander keeps such texts as listeners of itself, which its types leave out.
  (command as unknown as EventEmitter).emit('afterHelp', context);
  return text.replace(/\n$/, '');
}
