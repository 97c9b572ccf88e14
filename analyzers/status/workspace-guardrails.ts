import type { Crate } from '../../src/workspace/manifests.ts';
import type { View } from '../../src/workspace/view.ts';
import { manifestTable, readOwnLints, readSharedLints, rootManifestOf } from '../workspace-lints/read-lints.ts';
import type { Excess, Guardrail, GuardrailState } from './guardrail.ts';

const CI = [
  /^\.github\/workflows\/[^/]+\.ya?ml$/,
  /^\.gitlab-ci\.yml$/,
  /^\.circleci\/config\.yml$/,
  /^\.buildkite\//,
  /^\.ci\//,
  /^(?:azure-pipelines|bitbucket-pipelines|\.travis|\.drone|appveyor)\.ya?ml$/,
  /^Jenkinsfile$/,
];
const CALLED = [
  /^package\.json$/,
  /^Makefile$/,
  /^[Jj]ustfile$/,
  /^\.pre-commit-config\.yaml$/,
  /^tox\.ini$/,
  /^noxfile\.py$/,
];
const RUNS_CHECK = /\bomni-refactor(?:@[\w.^~-]+)?\s+(?:--\S+\s+)*check\b/;

/** What the workspace's own files say of gates, owners, history and lints. Nothing of it is run. */
export const workspaceGuardrails = (view: View, over: readonly Excess[]): Guardrail[] => [
  ciGuardrail(view),
  ownersGuardrail(over),
  historyGuardrail(view),
  ...rustLints(view),
  ...pythonLints(view),
];

const textsOf = (view: View, patterns: readonly RegExp[]): string[] =>
  view.files
    .filter(({ path, state }) => state === 'text' && patterns.some((pattern) => pattern.test(path)))
    .map(({ path }) => view.text(path));

/** Whether a file of CI starts `omni-refactor check` itself. */
export const runsCheckInCi = (view: View): boolean => textsOf(view, CI).some((text) => RUNS_CHECK.test(text));

function ciGuardrail(view: View): Guardrail {
  const common = { id: 'ci', title: 'The gate runs in CI' };
  const whatToDo = 'Run in CI: omni-refactor check';
  const files = textsOf(view, CI);
  if (runsCheckInCi(view))
    return { ...common, state: 'enforced', found: 'a CI file runs `omni-refactor check`', whatToDo: null };
  if (textsOf(view, CALLED).some((text) => RUNS_CHECK.test(text)))
    return {
      ...common,
      state: 'partial',
      found: 'a script runs `omni-refactor check`; whether CI runs that script is not known',
      whatToDo,
    };
  return files.length === 0
    ? { ...common, state: 'unknown', found: 'no CI configuration stands in the repository', whatToDo }
    : { ...common, state: 'missing', found: `none of ${files.length} CI files runs it`, whatToDo };
}

function ownersGuardrail(over: readonly Excess[]): Guardrail {
  const owned = over.filter(({ owner }) => owner !== null).length;
  return {
    id: 'owners',
    title: 'Somebody answers for what is too large',
    state: share(owned, over.length),
    found: `${owned} of ${over.length} over a ceiling have an owner`,
    whatToDo: owned === over.length ? null : 'Name owners in CODEOWNERS, or in the exception.',
  };
}

const share = (some: number, all: number): GuardrailState => {
  if (some === all) return 'enforced';
  return some === 0 ? 'missing' : 'partial';
};

function historyGuardrail({ history }: View): Guardrail {
  const common = { id: 'history', title: 'Hotspots rest on history' };
  if (history.status === 'ok')
    return {
      ...common,
      state: 'enforced',
      found: `${history.commits} commits up to ${history.headDate}`,
      whatToDo: null,
    };
  return {
    ...common,
    state: 'unknown',
    found: history.reason,
    whatToDo: 'Fetch the whole history: git fetch --unshallow',
  };
}

/** A crate that only looks as if it inherited does not count: an empty table, one in `[package]`, a workspace without lints. */
function rustLints(view: View): Guardrail[] {
  const { crates } = view.manifests;
  if (crates.length === 0) return [];
  const covered = crates.filter((crate) => hasLints(view, crate)).length;
  return [
    {
      id: 'rust-lints',
      title: 'Every crate has lints, its own or the workspace\u2019s',
      state: share(covered, crates.length),
      found: `${covered} of ${crates.length} crates`,
      whatToDo: covered === crates.length ? null : 'See which do not, and why: omni-refactor check workspace-lints',
    },
  ];
}

function hasLints(view: View, crate: Crate): boolean {
  const table = manifestTable(view, crate.manifest);
  const lints = table === null ? null : readOwnLints(table);
  if (lints?.kind !== 'inherits') return lints?.kind === 'own';
  const root = manifestTable(view, rootManifestOf(crate));
  return root !== null && (readSharedLints(root)?.length ?? 0) > 0;
}

const PYTHON_LINTERS = /^\s*\[(?:tool\.(?:ruff|flake8|pylint)\b|flake8\])/m;
const LINTER_FILES = /^(?:\.?ruff\.toml|\.flake8|\.?pylintrc)$/;

/** One linter for all distributions is common, at the top: it holds for those below. */
function pythonLints(view: View): Guardrail[] {
  const { distributions } = view.manifests;
  if (distributions.length === 0) return [];
  const configured = new Set(
    view.files
      .filter(({ path, state }) => state === 'text' && isLinterConfig(view, path))
      .map(({ path }) => path.slice(0, path.lastIndexOf('/') + 1)),
  );
  const covered = distributions.filter(({ dir }) =>
    [...configured].some((folder) => folder === '' || `${dir}/`.startsWith(folder)),
  ).length;
  return [
    {
      id: 'python-lints',
      title: 'Every Python distribution has a linter',
      state: share(covered, distributions.length),
      found: `${covered} of ${distributions.length} distributions`,
      whatToDo: covered === distributions.length ? null : 'Configure one, such as [tool.ruff.lint] in pyproject.toml.',
    },
  ];
}

function isLinterConfig(view: View, path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (LINTER_FILES.test(name)) return true;
  return /^(?:pyproject\.toml|setup\.cfg|tox\.ini)$/.test(name) && PYTHON_LINTERS.test(view.text(path));
}
