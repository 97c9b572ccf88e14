import type { Finding } from '../../src/core/finding.ts';
import type { View } from '../../src/workspace/view.ts';
import { isMap, isScalar, isSeq, yamlDocument } from '../../src/workspace/yaml-document.ts';
import { changelogPaths, readChangelog } from './changelog.ts';
import { finding, versionOf } from './judge-unit.ts';
import type { ReleaseUnit } from './read-unit.ts';
import { CHANGELOG, MISMATCH, UNGATED } from './rules.ts';
import { parsePep440, sameVersion } from './versions.ts';

/** The VERSION file, changelogs, and jobs that publish. */
export const judgeRepository = (view: View, units: readonly ReleaseUnit[]): Finding[] => [
  ...versionFiles(view, units),
  ...changelogs(view, units),
  ...publishJobs(view),
];

/** The unit whose folder a file lies in; at the top where all units agree, any of them. */
function unitAt(units: readonly ReleaseUnit[], dir: string): ReleaseUnit | null {
  const existing = units.find((unit) => unit.dir === dir);
  if (existing) return existing;
  const versions = new Set(units.flatMap((unit) => versionOf(unit)?.version ?? []));
  return dir === '' && versions.size === 1 ? units.find((unit) => versionOf(unit) !== null)! : null;
}

function versionFiles(view: View, units: readonly ReleaseUnit[]): Finding[] {
  return view.files
    .filter(({ path, state }) => state === 'text' && /(?:^|\/)VERSION(?:\.txt)?$/.test(path))
    .flatMap(({ path }): Finding[] => {
      const text = view.text(path).trim();
      const unit = unitAt(units, path.slice(0, Math.max(0, path.lastIndexOf('/'))));
      const main = unit && versionOf(unit);
      if (!main || parsePep440(text) === null || sameVersion(text, main.version) !== false) return [];
      return [
        finding(
          MISMATCH,
          { path, line: 1 },
          'VERSION',
          `${path} says ${text}; ${unit.name} is ${main.version} by ${main.path}:${main.line}`,
          'Write the version of the manifest.',
        ),
      ];
    });
}

/** The top entry of a changelog is the version of the manifests, or what is unreleased. */
function changelogs(view: View, units: readonly ReleaseUnit[]): Finding[] {
  return changelogPaths(view).flatMap((path): Finding[] => {
    const unit = unitAt(units, path.slice(0, Math.max(0, path.lastIndexOf('/'))));
    const main = unit && versionOf(unit);
    const log = readChangelog(view, path);
    const [top] = log.entries;
    if (!main || !top || log.isOpen || sameVersion(top.version, main.version) !== false) return [];
    return [
      finding(
        CHANGELOG,
        { path, line: top.line },
        top.version,
        `${path} begins with ${top.version}; ${unit.name} is ${main.version} by ${main.path}:${main.line}`,
        'Write an entry for the version, or one for what is unreleased.',
      ),
    ];
  });
}

/** A command or action that gives something to a registry. */
export const PUBLISHES =
  /\bcargo\s+(?:\+\S+\s+)?publish\b(?!.*--dry-run)|\btwine\s+upload\b|\bmaturin\s+(?:publish|upload)\b|\bpoetry\s+publish\b|\buv\s+publish\b|\bnpm\s+publish\b(?!.*--dry-run)|pypa\/gh-action-pypi-publish|\brelease-plz\s+release\b/;

/** A job that publishes and waits for no other. Of a workflow that another one's success starts, that other one is waited for. */
function publishJobs(view: View): Finding[] {
  return view.files
    .filter(({ path, state }) => state === 'text' && /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path))
    .flatMap(({ path }) => {
      const text = view.text(path);
      return PUBLISHES.test(text) ? jobsOf(path, text) : [];
    });
}

function jobsOf(path: string, text: string): Finding[] {
  const { document, lineOf } = yamlDocument(text);
  const on: unknown = document.get('on');
  const jobs: unknown = document.get('jobs');
  if (document.errors.length > 0 || !isMap(jobs)) return [];
  if (isMap(on) && (on.has('workflow_run') || on.has('workflow_call'))) return [];
  return jobs.items.flatMap(({ key, value }): Finding[] => {
    if (!isScalar(key) || !isMap(value) || value.has('needs') || !publishes(value.get('steps'))) return [];
    // Tests in the same job, before the step that publishes, are waited for.
    if (testsFirst(value.get('steps'))) return [];
    return [
      finding(
        UNGATED,
        { path, line: lineOf(key) },
        String(key.value),
        `The job \`${String(key.value)}\` publishes and waits for no other job`,
        'Name the jobs that test under `needs`, or publish in a workflow that their success starts.',
      ),
    ];
  });
}

const textOf = (step: unknown): string =>
  isMap(step) ? ['run', 'uses'].map((name) => String(step.get(name) ?? '')).join('\n') : '';

const publishes = (steps: unknown): boolean => isSeq(steps) && steps.items.some((step) => PUBLISHES.test(textOf(step)));

const TESTS =
  /\bcargo\s+(?:nextest\s+run|test)\b|\bpytest\b|\bnpm\s+(?:run\s+)?test\b|\bjust\s+\S*(?:test|check|ci)\S*/;

function testsFirst(steps: unknown): boolean {
  if (!isSeq(steps)) return false;
  const index = steps.items.findIndex((step) => PUBLISHES.test(textOf(step)));
  return steps.items.slice(0, index).some((step) => TESTS.test(textOf(step)));
}
