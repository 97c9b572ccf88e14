import { THEME, type ThemeKey } from './screen/theme.ts';

/** What a key of `omni-refactor.toml` means. */
export interface KeyText {
  readonly means: string;
  /** What holds where the key is absent. */
  readonly otherwise: string;
}

const said = (means: string, otherwise: string): KeyText => ({ means, otherwise });

const REQUIRED = '**required**';
const OFF = 'off';

/** Words for a look: `bold`, `dim`, `italic`, `underline`, a colour (`red`, `bright-red`, `#ffaf00`). */
const TONE_TEXTS: Readonly<Record<ThemeKey, string>> = {
  plain: 'Look of other text: words such as `bold bright-red` or `#ffaf00`.',
  faint: 'Look of what matters less.',
  title: 'Look of titles.',
  hot: 'Look of what is bad: heat, failures.',
  warm: 'Look of what needs a look: warnings, what is typed.',
  fine: 'Look of what is good.',
  path: 'Look of paths and code.',
  name: 'Look of names and keys.',
  mark: 'Look of marks.',
  added: 'Look of lines that come.',
  removed: 'Look of lines that go.',
  keyword: 'Look of keywords in source.',
  string: 'Look of strings in source.',
  number: 'Look of numbers in source.',
  comment: 'Look of comments in source.',
  type: 'Look of types in source.',
  function: 'Look of functions in source.',
  selection: 'The colour behind the row under the cursor.',
};

/** Every key, by its path; `[]` stands for one of several tables. Tables themselves have no entry. */
export const KEY_TEXTS: Readonly<Record<string, KeyText>> = {
  exclude: said('Globs of files that no command looks at, beyond what git ignores.', 'nothing'),

  'budget.file-lines': said('Physical lines that a file may have.', OFF),
  'budget.function-cognitive': said('Cognitive complexity that a function may have.', OFF),
  'budget.module-lines': said(
    'Physical lines that a module may have, with the fragments that it splices by `include!`.',
    OFF,
  ),
  'budget.exception[].rule': said('The ceiling that is raised.', REQUIRED),
  'budget.exception[].path': said('The file; of a module, the one that carries it.', REQUIRED),
  'budget.exception[].symbol': said('The function, for `function-cognitive` alone.', 'none'),
  'budget.exception[].value': said('The highest value that is allowed.', REQUIRED),
  'budget.exception[].owner': said('Who answers for it.', REQUIRED),
  'budget.exception[].reason': said('Why it is over the ceiling.', REQUIRED),
  'budget.exception[].issue': said('Where the work on it is kept.', REQUIRED),
  'budget.exception[].expires': said('The last day on which it holds, `YYYY-MM-DD`.', REQUIRED),
  'budget.exception[].exit': said('What has to be true for it to go.', REQUIRED),

  'exception[].rule': said('A rule of `check` that measures nothing, such as `lints-not-inherited`.', REQUIRED),
  'exception[].path': said('The file of the finding.', REQUIRED),
  'exception[].symbol': said('What in the file is meant.', 'every finding of the rule in the file'),
  'exception[].owner': said('Who answers for it.', REQUIRED),
  'exception[].reason': said('Why it stays for now.', REQUIRED),
  'exception[].issue': said('Where the work on it is kept.', 'none'),
  'exception[].expires': said('The last day on which it holds, `YYYY-MM-DD`.', REQUIRED),
  'exception[].exit': said('What has to be true for it to go.', REQUIRED),

  'quality-gates.lanes': said('What CI has to enforce on every pull request.', 'advice instead of findings'),
  'readmes.sections': said('Sections that the README of every package needs.', 'the built-in ones, as advice'),
  'readmes.headings': said('Headings that stand for a section; the first is how new ones are called.', 'built in'),

  'boundary.layers': said('Nodes of the map, the uppermost layer first: no dependency points up.', 'none'),
  'boundary.instead': said('What to do instead of a dependency that points up.', 'a general sentence'),
  'boundary.dependencies': said(
    'Whose imports a Python distribution has to declare: of other distributions here, of all, or of none.',
    '`workspace`',
  ),
  'boundary.rule[].id': said('The name of the rule in findings.', REQUIRED),
  'boundary.rule[].from': said('Nodes of the map that the rule is for.', REQUIRED),
  'boundary.rule[].forbid': said('Where they must not lead.', 'either this or `require`'),
  'boundary.rule[].require': said('One of these they must lead to.', 'either this or `forbid`'),
  'boundary.rule[].except': said('Nodes that may.', 'none'),
  'boundary.rule[].deferred': said('Whether imports inside of functions count.', '`forbid`'),
  'boundary.rule[].types': said('Whether imports for type checkers alone count.', '`allow`'),
  'boundary.rule[].instead': said('What to do instead, printed with each finding.', REQUIRED),
  'boundary.interface[].of': said('Nodes that are entered by their interface alone.', REQUIRED),
  'boundary.interface[].open': said('The nodes that others may lead to.', REQUIRED),
  'boundary.interface[].instead': said('What to do instead, printed with each finding.', REQUIRED),

  'bridge[].module': said('A native module of Python, dotted, as Python imports it.', REQUIRED),
  'bridge[].crate': said('The crate that makes it, by name or folder.', REQUIRED),
  'bridge[].importers': said('Who may import it: `pkg.bridge` or `pkg.*`.', 'its own package'),

  'client[].path': said('A folder or file of source that starts servers, or speaks to them.', REQUIRED),
  'client[].tests': said('Folders or files of its tests, beside those below `path`.', 'none'),

  'contract[].id': said('The name of the payload in findings.', REQUIRED),
  'contract[].rust': said('The type: `core::job::Job` or `src/job.rs#Job`.', 'at least two sides'),
  'contract[].python': said('The class: `acme.job.Job` or `acme/job.py#Job`.', 'at least two sides'),
  'contract[].typescript': said('The type: `web/job.ts#Job`.', 'at least two sides'),
  'contract[].schema': said('The JSON Schema: `job.json` or `job.json#/$defs/Job`.', 'at least two sides'),
  'contract[].direction': said('Who writes it and who reads it.', REQUIRED),
  'contract[].python-writes': said('How Python calls `model_dump_json`.', 'with its own defaults'),
  'contract[].integers': said("Whether Python's `int` is taken to be of 64 bits where nothing limits it.", '`int64`'),
  'contract[].floats': said('Whether floats may be infinite or NaN, which all sides write as null.', '`finite`'),
  'contract[].numbers': said(
    'Whether a `number` that TypeScript writes is taken to be what the other side reads, or whatever JavaScript can write.',
    '`fit`',
  ),
  'contract-constant[].id': said('The name of the constant in findings.', REQUIRED),
  'contract-constant[].rust': said('A string constant of Rust.', 'at least two sides'),
  'contract-constant[].python': said('A string constant of Python.', 'at least two sides'),
  'contract-constant[].schema': said('A `const` of a JSON Schema.', 'at least two sides'),
  'contract-constant[].typescript': said('A string constant of TypeScript.', 'at least two sides'),

  'ownership.document': said('The Markdown file that `ownership --write` keeps.', 'none'),
  'ownership.duplicates': said(
    'From which share on functions of different packages are nearly the same, above 0 and up to 1.',
    OFF,
  ),
  'ownership.responsibility[].id': said('The name of the responsibility in findings.', REQUIRED),
  'ownership.responsibility[].owners': said('Modules of the map, or paths.', REQUIRED),
  'ownership.responsibility[].evidence': said('What they register: `tool:search_*`, `route:GET /jobs*`.', REQUIRED),
  'ownership.responsibility[].instead': said('What others have to do instead.', 'a general sentence'),

  'owners.paths': said('Pattern as CODEOWNERS has them → owner; the last one that matches counts.', 'none'),
  'owners.history': said('Who is named where nobody is: most commits, or most lines added there.', '`off`'),
  'owners.months': said("How far back commits count, in months before HEAD's.", '12'),
  'owners.mail': said('Whether addresses are printed with names.', '`hide`'),

  'screen.keys': said(
    'Keys by context and action, as [the screen](tui.md#keys) lists them: `plan.apply = ["ctrl+a"]`. None switches a key off; the ways out keep one.',
    'the keys listed there',
  ),
  ...Object.fromEntries(
    Object.entries(THEME).map(([key, words]) => [
      `screen.theme.${key}`,
      said(TONE_TEXTS[key as ThemeKey], words === '' ? 'as the terminal has it' : `\`${words}\``),
    ]),
  ),

  'python.interpreter': said(
    'The interpreter that proofs run.',
    '`VIRTUAL_ENV`, `.venv`, `venv`, the environment of poetry, else what is on PATH',
  ),
  'rust.test-runner': said(
    'What runs the tests of T.',
    '`nextest` where `.config/nextest.toml` exists and cargo-nextest is installed, else `cargo`',
  ),
};
