import { isAbsolute, relative, resolve, sep } from 'node:path';
import type { Command } from 'commander';
import { pythonBridge } from '../../../analyzers/bridge/python/python-bridge-fact.ts';
import { rustBridge } from '../../../analyzers/bridge/rust/rust-bridge-fact.ts';
import { typescriptTypes } from '../../../analyzers/contracts/javascript/typescript-types-fact.ts';
import { pythonTypes } from '../../../analyzers/contracts/python/python-types-fact.ts';
import { rustTypes } from '../../../analyzers/contracts/rust/rust-types-fact.ts';
import { suggestContracts } from '../../../analyzers/contracts/suggest.ts';
import { writeContractTests } from '../../../codemods/workspace/write-contract-tests/index.ts';
import { changedPaths, EMPTY_CHANGE_SET } from '../../core/change-set.ts';
import { EXIT, type ExitCode, RefactorError } from '../../core/errors.ts';
import type { Lock } from '../../engine/state/with-lock.ts';
import { rustComposition } from '../../languages/rust/composition-fact.ts';
import { suggestionsText, suggestionsToJson } from '../../report/contracts/suggestions.ts';
import { sanitize } from '../../report/sanitize.ts';
import type { View } from '../../workspace/view.ts';
import { type Io, remark } from '../io.ts';
import { addCommonOptions, type CommonOptions, oneOf } from '../options.ts';
import type { Run } from '../run.ts';
import { runChange } from '../run-change.ts';
import { writing } from '../with-state.ts';
import { withView } from '../with-view.ts';

const VERBS = ['suggest', 'test'] as const;

/** What `check contracts` and this command read of each file. */
const CONTRACT_FACTS = [rustComposition, rustBridge, pythonBridge, rustTypes, pythonTypes] as const;
const WANTED = { facts: CONTRACT_FACTS, history: false } as const;
/** Suggestions are sought among all types of TypeScript; a contract leads to the files that it needs. */
const SUGGEST_WANTED = { facts: [...CONTRACT_FACTS, typescriptTypes], history: false } as const;

interface ContractsOptions extends CommonOptions {
  readonly rust?: string;
  readonly pytest?: string;
  readonly dryRun?: boolean;
}

export function addContracts(program: Command, io: Io, run: Run): void {
  addCommonOptions(
    program
      .command('contracts')
      .argument(
        '<verb>',
        'suggest: types that may be two sides of one payload; test: tests of both sides, from the same payloads',
        oneOf(VERBS),
      )
      .description(
        'the payloads between Rust and Python: suggest [[contract]] tables, or write tests that fail on drift',
      )
      .option('--rust <file>', 'test: the Rust test to write, such as crates/core/tests/contracts.rs')
      .option('--pytest <file>', 'test: the pytest file to write, such as tests/test_contracts.py')
      .option('--dry-run', 'say what would be written, and write nothing')
      .addHelpText('after', EXAMPLES),
  ).action((verb: (typeof VERBS)[number], options: ContractsOptions) =>
    run(() => (verb === 'suggest' ? suggest(io, options) : writeTests(io, options))),
  );
}

const suggest = (io: Io, options: ContractsOptions): Promise<ExitCode> =>
  withView(io, options, SUGGEST_WANTED, (view) => {
    const found = suggestContracts(view);
    io.stdout.write(options.json ? suggestionsToJson(found) : suggestionsText(found));
    return EXIT.fine;
  });

function writeTests(io: Io, options: ContractsOptions): Promise<ExitCode> {
  if (options.rust === undefined && options.pytest === undefined)
    throw new RefactorError({
      code: 'no-output',
      what: 'There is no file to write the tests to',
      why: 'tests are only written where you say',
      whatToDo: 'Name one or both: --rust crates/core/tests/contracts.rs --pytest tests/test_contracts.py',
    });
  return writing(io, options, (lock) =>
    withView(io, options, WANTED, (view, root) => writeIn(io, options, view, { root, lock })),
  );
}

async function writeIn(
  io: Io,
  { rust, pytest, json }: ContractsOptions,
  view: View,
  { root, lock }: { readonly root: string; readonly lock: Lock | null },
): Promise<ExitCode> {
  const inside = (file: string | undefined): string | undefined =>
    file === undefined ? undefined : pathIn(root, io.cwd, file);
  const result = writeContractTests.run(view, { rust: inside(rust), python: inside(pytest) });
  const { changeSet, notes } = result.status === 'changed' ? result : { changeSet: EMPTY_CHANGE_SET, notes: [] };
  for (const note of notes) remark(io, `note: ${sanitize(note)}\n`);
  if (lock) return runChange(io, view, lock, { codemod: writeContractTests.id, result, json: json === true });
  for (const path of changedPaths(changeSet)) io.stdout.write(`would write ${sanitize(path)}\n`);
  return EXIT.fine;
}

/** A file that need not be there yet. Throws RefactorError `path-outside`. */
function pathIn(root: string, cwd: string, file: string): string {
  const path = relative(root, resolve(cwd, file)).split(sep).join('/');
  if (!path.startsWith('..') && !isAbsolute(path)) return path;
  throw new RefactorError({
    code: 'path-outside',
    what: `${file} lies outside the workspace`,
    why: 'only files below its root are written',
    whatToDo: 'Name a file in the repository.',
  });
}

const EXAMPLES = `
omni-refactor.toml:
  [[contract]]
  id = "job"
  rust = "core::job::Job"             # or crates/core/src/job.rs#Job
  python = "acme.job.Job"             # a pydantic model, dataclass or TypedDict
  typescript = "web/src/job.ts#Job"   # an interface, type or schema of zod
  schema = "schemas/job.json"         # a JSON Schema, if there is one
  direction = "rust->python"          # python->rust, rust->typescript, …, both
  python-writes = ["by-alias", "exclude-none"]

Examples:
  $ omni-refactor contracts suggest
  $ omni-refactor check contracts
  $ omni-refactor contracts test --rust crates/core/tests/contracts.rs --pytest tests/test_contracts.py
  $ omni-refactor undo`;
