import type { Command } from 'commander';
import { ownershipMap } from '../../../analyzers/ownership/ownership-map.ts';
import { writeDocument } from '../../../codemods/workspace/write-document/index.ts';
import type { Config } from '../../config/config.ts';
import { EXIT, type ExitCode, RefactorError } from '../../core/errors.ts';
import { OWNERSHIP_MARK, ownershipDocument } from '../../report/ownership/document.ts';
import { ownershipToJson } from '../../report/ownership/json.ts';
import { sanitize } from '../../report/sanitize.ts';
import { type Io, remark } from '../io.ts';
import { addCommonOptions, type CommonOptions } from '../options.ts';
import { OWNERSHIP_FACTS } from '../ownership-facts.ts';
import type { Run } from '../run.ts';
import { runChange } from '../run-change.ts';
import { writing } from '../with-state.ts';
import { historyForOwners, withView } from '../with-view.ts';

const wanted = (config: Config) => ({ facts: OWNERSHIP_FACTS, history: historyForOwners(config) });

interface OwnershipOptions extends CommonOptions {
  readonly write?: boolean;
}

export function addOwnership(program: Command, io: Io, run: Run): void {
  addCommonOptions(
    program
      .command('ownership')
      .description(
        'who registers which tools, handlers, routes and commands, and in which order to merge what two places do',
      )
      .option('--write', 'keep it as the Markdown file that `[ownership] document` names')
      .addHelpText('after', EXAMPLES),
  ).action((options: OwnershipOptions) => run(() => (options.write ? write(io, options) : print(io, options))));
}

const print = (io: Io, options: OwnershipOptions): Promise<ExitCode> =>
  withView(io, options, wanted, (view) => {
    const found = ownershipMap(view);
    io.stdout.write(options.json ? ownershipToJson(found) : ownershipDocument(found));
    return EXIT.fine;
  });

const write = (io: Io, options: OwnershipOptions): Promise<ExitCode> =>
  writing(io, options, (lock) =>
    withView(io, options, wanted, (view) => {
      const path = view.config.ownership?.document ?? null;
      if (path === null)
        throw new RefactorError({
          code: 'no-output',
          what: 'There is no document to write',
          why: '`[ownership]` names none',
          whatToDo: 'Write `document = "docs/ownership.md"` below [ownership] in omni-refactor.toml.',
        });
      const result = writeDocument.run(view, {
        path,
        text: ownershipDocument(ownershipMap(view)),
        mark: OWNERSHIP_MARK,
      });
      if (result.status === 'changed') for (const note of result.notes) remark(io, `note: ${sanitize(note)}\n`);
      return runChange(io, view, lock!, { codemod: writeDocument.id, result, json: options.json === true });
    }),
  );

const EXAMPLES = `
omni-refactor.toml:
  [ownership]
  document = "docs/ownership.md"
  duplicates = 0.9                     # functions of two packages that are so much alike
  [[ownership.responsibility]]
  id = "mcp"
  owners = ["py:acme.mcp.*"]           # a name of the map, or a path
  evidence = ["tool:*", "handler:*"]   # tool, prompt, resource, handler, route, command

Examples:
  $ omni-refactor ownership
  $ omni-refactor check ownership
  $ omni-refactor ownership --write && omni-refactor undo`;
