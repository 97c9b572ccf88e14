import { causeIn } from '../cause-in.ts';

/** Options and marks that come with a plugin, by what they begin with. */
const PLUGINS: readonly (readonly [RegExp, string])[] = [
  [/^-?-?(cov|no_?cover)/, 'pytest-cov'],
  [/^(-n\d*|--numprocesses|--dist|--maxprocesses)/, 'pytest-xdist'],
  [/^-?-?timeout/, 'pytest-timeout'],
  [/^-?-?asyncio/, 'pytest-asyncio'],
  [/^-?-?benchmark/, 'pytest-benchmark'],
  [/^-?-?(reruns|flaky)/, 'pytest-rerunfailures'],
  [/^-?-?(randomly|random-order)/, 'pytest-randomly'],
  [/^-?-?(django|ds$|dc$|reuse-db|create-db)/i, 'pytest-django'],
  [/^-?-?mypy/, 'pytest-mypy'],
  [/^-?-?(doctest-plus|doctest-rst)/, 'pytest-doctestplus'],
  [/^-?-?(flake8|isort|black|ruff|html|env|sugar|memray|subprocess|socket|freezegun)/, ''],
];

/**
 * Why pytest could not run the tests, in one line: the plugin that is missing, by its name, else the last line that it printed about the error.
 * @returns '' where it printed nothing
 */
export function explainPytest(stdout: string, stderr: string): string {
  const lines = [...stdout.split(/\r?\n/), ...stderr.split(/\r?\n/)].map((line) =>
    line.replace(/^INTERNALERROR>\s?/, '').trim(),
  );
  const find = (pattern: RegExp): string | undefined => lines.map((line) => pattern.exec(line)?.[1]).find(Boolean);
  const required = find(/Missing required plugins:\s*(.*)$/);
  if (required !== undefined) return `plugins are missing: ${required}`;
  const option = find(/unrecognized arguments:\s*(\S+)/);
  if (option !== undefined) return `${pluginFor(option)}: unrecognized arguments: ${option}`;
  const mark = find(/Unknown pytest\.mark\.(\w+)/) ?? find(/'(\w+)' not found in `markers`/);
  if (mark !== undefined) return `${pluginFor(mark)}: unknown mark ${mark}`;
  const setting = find(/Unknown config option:\s*(\w+)/);
  if (setting !== undefined) return `${pluginFor(setting)}: unknown setting ${setting}`;
  const errors = lines.filter((line) =>
    /^(E\s+)?[\w.]*(Error|Exception|Warning|Exit)\b.*:|^ERROR:?\s|\berror:/.test(line),
  );
  return errors.pop() ?? (causeIn(stderr) || causeIn(stdout));
}

function pluginFor(word: string): string {
  const name = PLUGINS.find(([pattern]) => pattern.test(word))?.[1];
  if (name) return `${name} is missing`;
  return name === ''
    ? `a plugin is missing, perhaps pytest-${word.replace(/^-+/, '').split(/[=-]/, 1)[0]}`
    : 'a plugin is missing';
}
