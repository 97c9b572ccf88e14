/** How a program that runs this one learns of the error: the name of an exit code. */
export type ErrorExit = 'usage' | 'refused' | 'internal' | 'cancelled';

export interface ErrorEntry {
  readonly exit: ErrorExit;
  /** One sentence: when it is thrown. */
  readonly means: string;
  /** One sentence: the way out that holds for every case of it; a message may say more. */
  readonly whatToDo: string;
}

const usage = (means: string, whatToDo: string): ErrorEntry => ({ exit: 'usage', means, whatToDo });
const refused = (means: string, whatToDo: string): ErrorEntry => ({ exit: 'refused', means, whatToDo });
const internal = (means: string, whatToDo = 'Report it with the input that caused it.'): ErrorEntry => ({
  exit: 'internal',
  means,
  whatToDo,
});

/** Every error code that a message or `--json` can carry, sorted: each means one thing and has one exit code. */
export const ERROR_CODES = {
  'bad-arguments': usage(
    'A tool of the MCP server was called with arguments that it does not take.',
    'Call it with the arguments that its `inputSchema` lists.',
  ),
  'bad-range': internal('An edit has offsets that are not a range of its text.'),
  'bare-repository': usage(
    '`verify` was given a revision in a repository that has no work tree.',
    'Run it in a clone with a work tree.',
  ),
  'base-changed': refused(
    'A file is no longer what a change set or plan was made for.',
    'Make a new plan for the files as they are now.',
  ),
  'base-missing': refused(
    'A file that a change set was made for is gone.',
    'Make a new plan for the files as they are now.',
  ),
  'base-not-utf8': refused(
    'A file that is to be edited no longer holds UTF-8.',
    'Convert it to UTF-8, or leave it out.',
  ),
  'base-twice': internal('A change set names one base file twice.'),
  'base-uncovered': internal('A change set reads or changes a file without its hash.'),
  'baseline-exists': usage('`init` found a baseline already.', 'Run `omni-refactor baseline`, which only lowers it.'),
  'baseline-invalid': usage(
    'A line of `omni-refactor.baseline` cannot be read.',
    'Take the last committed file, then run `omni-refactor baseline`.',
  ),
  'broken-output': internal('A codemod wrote text that does not parse; nothing was written.'),
  'broken-syntax': refused(
    'A file has syntax that is not understood, so that no plan is made for it.',
    'Fix the syntax, or wait for a newer grammar.',
  ),
  cancelled: {
    exit: 'cancelled',
    means: 'The run was stopped before it had finished.',
    whatToDo: 'Run the command again.',
  },
  'cannot-commit': usage(
    '`--commit` was asked for where no commit can be made.',
    'Do what the message says, or run without --commit.',
  ),
  'cannot-stage': refused(
    'The workspace cannot be copied for a proof.',
    'Run at the root of what belongs together, or add --in-place.',
  ),
  'case-not-read': usage(
    'A case of a codemod is no folder with `input` and `expected`.',
    'Give it both; options stand in params.json.',
  ),
  'changed-since': refused(
    'A file was edited while or after a change was written; the edit is not overwritten.',
    'Keep or move your edits, then run the command again.',
  ),
  'changed-twice': internal('A change set changes one path in two ways.'),
  'changed-while-proving': refused(
    'A file changed while the proof ran; nothing was written.',
    'Run the command again.',
  ),
  'codemod-has-command': usage(
    '`run` was given a codemod that needs a plan, a finding or a host.',
    'Run the command that the message names.',
  ),
  'codemod-not-found': usage(
    '`run` was given a name that is neither a file nor exported by a package.',
    'Name a transform file, or one of an installed package.',
  ),
  'codemod-not-loaded': usage(
    'A transform cannot be loaded.',
    'Install what it imports, and export a function (file, api, options).',
  ),
  'config-invalid': usage(
    '`omni-refactor.toml` has a key or value that is not known.',
    'Correct the place that the message names.',
  ),
  'config-unreadable': usage('`omni-refactor.toml` cannot be read.', 'Make it a readable file, or remove it.'),
  'cycles-one-by-one': usage(
    '`--break-cycles` was given together with a plan or --over-budget.',
    'Make the plan with --break-cycles, or name the files.',
  ),
  'dialect-language': usage(
    '`--dialect` names a tool that has no values for the language.',
    'Leave --dialect out, or name a tool that reads this language.',
  ),
  'disk-full': usage(
    'The disk is full, or a limit is reached.',
    'Make room on the disk, or raise the limit, and run the command again.',
  ),
  'doubled-unit': usage('A plan places one unit twice.', 'Remove all places but one.'),
  'edit-out-of-range': internal('An edit is outside the text that it belongs to.'),
  'empty-file': usage('A plan was asked for a file that holds nothing.', 'Name a file that holds code.'),
  'execution-not-allowed': refused(
    'A call to the MCP server asked for evidence that builds or runs code.',
    'Ask for S alone, or start the server with --allow-execute.',
  ),
  'explain-target': usage(
    '`hotspots --explain` was given a place that has no figures.',
    'Name a source file, or a line in a function of one.',
  ),
  'file-binary': usage('A file was named that holds binary data.', 'Name a text file in UTF-8.'),
  'file-changed': usage('A file is no longer what it was when the run began.', 'Run the command again.'),
  'file-not-found': usage(
    'A path was named where no file is, or one that git ignores.',
    'Check the path, which is taken relative to the current folder.',
  ),
  'file-not-utf8': usage('A file was named that is not valid UTF-8.', 'Convert it to UTF-8, or name another.'),
  'file-problem': usage('The screen could not read or write a file.', 'Check the path.'),
  'file-symlink': usage('A symbolic link was named where a file is needed.', 'Name the file that it leads to.'),
  'file-too-large': usage('A file was named that is larger than 20 MiB.', 'Name another file.'),
  'file-unreadable': usage('A file was named that cannot be read: permission is denied.', 'Change its permissions.'),
  'file-unwritable': usage(
    'The file that output was to go to cannot be written.',
    'Name a file in a folder that exists.',
  ),
  'file-without-command': usage(
    'The command line names a file but no command.',
    'Put the command before the file, such as `plan FILE`.',
  ),
  'folder-not-found': usage('A folder was named that is not there.', 'Name an existing folder.'),
  'git-failed': usage(
    'A git command failed.',
    'Run that command by hand, and fix the repository if it fails there too.',
  ),
  'git-head-moved': usage(
    'Something else committed while a split was made, so that its commits were not.',
    'Commit the written files by hand, or undo and split again.',
  ),
  internal: internal('Internal error: the program has a fault.', 'Report it with what you did last.'),
  'journal-damaged': usage(
    'The checksum of a journal does not match its content.',
    'Compare the tree with version control, then remove that file.',
  ),
  'lock-damaged': usage(
    'The lock of a workspace cannot be read.',
    'If no other run is using this workspace, remove it.',
  ),
  'member-cannot-leave': usage(
    'A plan moves a member out of a block that cannot be divided.',
    'Place the block as a whole.',
  ),
  'member-without-parent': usage(
    'A plan moves a member of a block that is not kept.',
    'Put the block under `keep`, or remove the member.',
  ),
  'missing-unit': usage('A plan leaves out a unit of the file.', 'Add it to a module or to `keep`.'),
  'module-is-empty': usage('A module of a plan holds no unit.', 'Remove the module, or move a unit into it.'),
  'module-name-collides': usage(
    'Two modules of a plan have one name where case does not count.',
    'Rename one of them.',
  ),
  'module-name-invalid': usage('A module of a plan has a name that the language does not allow.', 'Rename it.'),
  'module-name-too-long': usage(
    'A module of a plan has a name that file systems do not take.',
    'Choose a shorter name.',
  ),
  'name-taken': usage(
    '`new` was given a name that stands already.',
    'Choose another name, or another folder with --in.',
  ),
  'no-cases': usage('`test` found no codemod beside a folder `cases`.', 'Begin one: omni-refactor new codemod NAME.'),
  'no-ceiling': usage(
    '`--over-budget` was given without a ceiling, or together with a plan.',
    'Set `file-lines` in omni-refactor.toml, or give --limit.',
  ),
  'no-cycles': usage(
    '`--break-cycles` was given for a file whose language has no such cycles.',
    'Run the command without --break-cycles.',
  ),
  'no-layout': usage(
    '`--layout` was given for a file whose language leaves no choice.',
    'Run the command without --layout.',
  ),
  'no-merge-base': usage(
    'A revision and HEAD have no common commit here.',
    'Fetch more history, or name another revision.',
  ),
  'no-outline': usage('The units of a file could not be read.', 'Fix the file first.'),
  'no-output': usage('A command that writes files was given none to write.', 'Name the file to write.'),
  'no-place-to-move': usage(
    '`move` was given a file that the units of the other cannot go to.',
    'Name the place that the message names, or a module of the same file.',
  ),
  'no-receipt': usage('A receipt was asked for that is not there.', 'Run `omni-refactor history` to see them all.'),
  'not-a-file': usage(
    'A change leads to a path where a folder or device is.',
    'Put a plain file or folder there, or leave it out of the change.',
  ),
  'not-a-folder': usage('A file was named where a workspace is needed.', 'Name the folder that contains it.'),
  'not-a-repository': usage(
    '`--affected` was given outside a git repository.',
    'Run in a git repository, or check without --affected.',
  ),
  'not-acceptable': usage(
    '`--accept` names a hazard that is not a matter of choice, or none at all.',
    'Accept one that a run names, or leave the option out.',
  ),
  'not-open-yet': usage(
    'The screen was asked for something before the workspace was read.',
    'Wait for the scan, then ask again.',
  ),
  'not-text': internal('A change set edits a file that is not UTF-8 text.'),
  'not-unicode': internal('A change set would write half a character.'),
  'not-writable': usage(
    'A file of a change cannot be read or written: permission is denied.',
    'Change its permissions, then run the command again.',
  ),
  'nothing-checked': usage('`check --strict` had nothing to check.', 'Set up the gate with `omni-refactor init`.'),
  'nothing-named': usage('Neither a file nor an option says what to work on.', 'Name a file.'),
  'nothing-to-join': usage(
    '`join` was given a file that has no parts and is the part of no file.',
    'Name the file, and behind it the modules that are to go into it.',
  ),
  'nothing-to-redo': usage('No undone change can be brought back.', 'See what `omni-refactor history` lists.'),
  'nothing-to-resume': usage('There is no interrupted change to finish.', 'See what `omni-refactor history` lists.'),
  'nothing-to-undo': usage('There is no change to undo.', 'Run `omni-refactor history` to see what was applied here.'),
  'output-not-written': usage(
    'A file that a command makes cannot be written.',
    'Make its folder writable, and run the command again.',
  ),
  'overlapping-edits': internal('Two edits of a change set change the same characters.'),
  'page-moved': usage(
    'A cursor was given for a report that is no longer the same.',
    'Call the tool again without a cursor.',
  ),
  'path-exists': usage(
    'A change set creates a file where something is, or differs from a name only in case.',
    'Choose another name in the plan, or move the file away.',
  ),
  'path-is-folder': usage('A folder was named for a command that works on one file.', 'Name a file in it.'),
  'path-outside': usage(
    'A path was named that is outside the workspace.',
    'Run in the repository that contains it, or name that with --root.',
  ),
  'path-outside-workspace': internal("A change set leads out of the workspace, or into git's own folder."),
  'path-taken': refused(
    'A file appeared where a change is to create one; nothing was written.',
    'Choose another name, or move it away.',
  ),
  'plan-for-other-file': usage(
    'A plan was given that was made for another file.',
    'Name that file, or make a plan for this one.',
  ),
  'plan-hash-differs': refused(
    '`apply` of the MCP server was given a hash that is not that of the plan.',
    'Call `plan` again, and give the id and the hash of that answer.',
  ),
  'plan-is-stale': usage(
    'A plan was made for other content of its file.',
    'Make a new plan with `omni-refactor plan FILE`.',
  ),
  'plan-not-readable': usage(
    'A file is not a split plan, or lacks a field.',
    'Correct the line that the message names, or make a new plan.',
  ),
  'program-not-found': usage('A required program is not installed.', 'Install it, or put it on the PATH.'),
  'program-not-started': usage('The system would not start a program.', 'Check that the file is executable.'),
  'program-stopped': refused('A program of a proof ran longer than `--timeout` allows.', 'Raise `--timeout`.'),
  'receipt-damaged': usage(
    'A receipt is truncated, and its journal is gone.',
    'Remove that file; the other applies are then listed again.',
  ),
  'rollback-failed': usage(
    'A change was only partly written, and could not be undone.',
    'Fix the cause, then run `omni-refactor undo`.',
  ),
  'root-inside-workspace': usage(
    '`mcp` was given a folder that lies in a larger workspace.',
    'Name the workspace itself, or put an `omni-refactor.toml` into the folder.',
  ),
  'root-not-named': usage(
    'A call to an MCP server of several workspaces does not say which is meant.',
    'Name one of them as `root`.',
  ),
  'rule-not-read': usage(
    '`run` was given a file of rules that is not one of ast-grep, or asks for what is not run here.',
    'Write it as ast-grep documents its rules, in one of the languages that the message names.',
  ),
  'rung-not-built': refused(
    '`--evidence` asks for a rung that the language does not have here.',
    'Ask for the rungs that the message names.',
  ),
  'server-unreachable': usage(
    'The address that `mcp probe` was given does not answer, or not as HTTP.',
    'Start the server, or check the address.',
  ),
  'shard-missing': usage('`merge` was not given all shards of a run.', 'Name the files of all shards.'),
  'shard-unreadable': usage('A file is not a shard, or is damaged.', 'Name a file as it was written by a shard.'),
  'shards-differ': usage(
    'Shards come from different command lines, versions, toolchains or states of the workspace, or one is named twice.',
    'Join only shards of one run and one version, at its commit.',
  ),
  'snapshot-not-read': usage(
    'A file that `mcp probe --against` was given is no snapshot of a surface.',
    'Name a file that `mcp probe --write` wrote.',
  ),
  'splits-character': internal('An edit cuts a character in half.'),
  'surface-not-read': refused(
    'A snapshot of an MCP server was asked for, and its surface could not be read whole.',
    'Mend what `mcp probe` reports, then run it again.',
  ),
  'symlink-loop': usage('The symbolic links of a path form a loop.', 'Name a path without them, or fix the links.'),
  'symlinked-parent': usage(
    'A folder on the way to a changed file is a symbolic link.',
    'Put a plain folder there, or leave the file out of the change.',
  ),
  'uncommitted-changes': usage(
    '`run` would change files that differ from the last commit.',
    'Commit or stash them, or run with --allow-dirty.',
  ),
  'undo-other': refused(
    '`undo` of the MCP server was given an apply that is not the last one.',
    'Undo the later applies first.',
  ),
  'undo-refused': refused(
    'A change cannot be undone or finished, because its files have changed since.',
    'Apply the reverse patch that the message names, or save your edits first.',
  ),
  'unfinished-apply': refused(
    'A change was interrupted halfway.',
    'Run `omni-refactor undo`, or `omni-refactor apply --resume`.',
  ),
  'unknown-check': usage('There is no check of that name.', 'Name one that the message lists, or none for all.'),
  'unknown-codemod': usage(
    'There is no codemod of that name.',
    'Name one that the message lists, or make the plan again.',
  ),
  'unknown-crate': usage('The workspace has no crate of that name.', 'Name one of its crates, or the folder of one.'),
  'unknown-cut': usage('A plan cuts a read that the unit does not have.', 'Remove it, or correct its spelling.'),
  'unknown-id': usage('`explain` was given an id that nothing has.', 'Name a rule, a hazard or an error code.'),
  'unknown-language': usage(
    'A file was named whose extension names no language that is read.',
    'Name a Rust, Python, JavaScript or TypeScript file.',
  ),
  'unknown-node': usage(
    '`map --closure` was given a name that nothing on the map has.',
    'See the names: `omni-refactor map --modules`.',
  ),
  'unknown-plan': usage(
    '`apply` of the MCP server was given a plan that it has not made.',
    'Call `plan` again: a plan for an unchanged file gets the same id and hash.',
  ),
  'unknown-reason': internal('An edit gives a reason that is not on the closed list.'),
  'unknown-revision': usage('git has no commit, tag or branch of that name.', 'Fetch it, or name another.'),
  'unknown-root': usage(
    'A call to the MCP server names a workspace that it does not serve.',
    'Name one that the server was started with.',
  ),
  'unknown-side': usage(
    '`verify` was given a side that is neither a folder nor a revision.',
    'Name a folder, or a revision of this repository.',
  ),
  'unknown-since': usage(
    '`--since` names no point in the history.',
    'Write 90d, 6m, 2y, 2026-01-31, or a revision that git has.',
  ),
  'unknown-unit': usage('A plan places a unit that the file does not have.', 'Remove it, or correct its spelling.'),
  'unproven-change': refused(
    'An interrupted change was in the tree only to be proven (--in-place).',
    'Run `omni-refactor undo`, then the command again.',
  ),
  'unsafe-path': usage("A path leads out of the workspace, or into git's own folder.", 'Leave it out of the change.'),
  usage: usage('The command line has an option or argument that is not known.', 'Run the command with --help.'),
  'worker-crashed': internal(
    'A thread that reads files ended before its work was done.',
    'Run again with --workers 0, and report it.',
  ),
  'workspace-busy': refused('Another run is using this workspace.', 'Wait until it ends.'),
  'workspace-not-found': usage(
    'A folder cannot be opened as a workspace.',
    'Name the folder of a repository or project.',
  ),
  'write-failed': usage(
    'The system would not read or write a file of a change.',
    'Check the disk and the path, and run the command again.',
  ),
} as const satisfies Readonly<Record<string, ErrorEntry>>;

export type ErrorCode = keyof typeof ERROR_CODES;
