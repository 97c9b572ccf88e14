import { Argument, type Command } from 'commander';
import { EXIT } from '../../core/errors.ts';
import { answerText, answerTo } from '../completion/answer.ts';
import { SCRIPTS, SHELLS } from '../completion/shell-scripts.ts';
import { sourceFor } from '../completion/sources.ts';
import type { Known } from '../completion/typed-line.ts';
import type { Io } from '../io.ts';
import type { Run } from '../run.ts';

const ANSWER = 'answer';

/** @param known all that can be typed, as data */
export function addCompletions(program: Command, io: Io, run: Run, known: () => Promise<Known>): void {
  program
    .command('completions')
    .addArgument(
      new Argument('<shell>', `${SHELLS.join(', ')}; ${ANSWER}: what such a script asks`).choices([...SHELLS, ANSWER]),
    )
    .argument('[words...]', `for ${ANSWER}, behind \`--\`: the words of a command line, the last of them unfinished`)
    .description('print a script that completes commands, options, their values, units and plans in a shell')
    .addHelpText('after', EXAMPLES)
    .action((shell: keyof typeof SCRIPTS | typeof ANSWER, words: readonly string[]) =>
      run(async () => {
        io.stdout.write(
          shell === ANSWER ? answerText(await answerTo(await known(), words, sourceFor(io))) : SCRIPTS[shell],
        );
        return EXIT.fine;
      }),
    );
}

const EXAMPLES = `
Examples:
  $ omni-refactor completions bash > ~/.local/share/bash-completion/completions/omni-refactor
  $ omni-refactor completions zsh > ~/.zfunc/_omni-refactor       # a folder of $fpath
  $ omni-refactor completions fish > ~/.config/fish/completions/omni-refactor.fish
  $ source <(omni-refactor completions bash)                       # for this shell alone`;
