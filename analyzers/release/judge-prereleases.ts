import type { YAMLMap } from 'yaml';
import type { Finding } from '../../src/core/finding.ts';
import { translateGlob } from '../../src/workspace/compile-glob.ts';
import type { View } from '../../src/workspace/view.ts';
import { isMap, isScalar, isSeq, yamlDocument } from '../../src/workspace/yaml-document.ts';
import { finding } from './judge-unit.ts';
import { PRERELEASE } from './rules.ts';

/** A version in front of the one that it leads to: `1.0.0-rc.1`, `1.0.0a2`. */
const IS_BEFORE = /\d(?:[-.]?(?:rc|alpha|beta|pre|a|b)[-.]?\d*)$/i;

/** Releases of a host that would take a release candidate for the newest one, where this history has candidates. */
export function judgePrereleases(view: View): Finding[] {
  const candidates = (view.tags ?? []).filter(({ name }) => IS_BEFORE.test(name)).map(({ name }) => name);
  if (candidates.length === 0) return [];
  return view.files
    .filter(({ path, state }) => state === 'text' && /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path))
    .filter(({ path }) => RELEASES.test(view.text(path)))
    .flatMap(({ path }) => stepsOf(path, view.text(path), candidates));
}

const RELEASES =
  /\bgh\s+release\s+create\b|(?:softprops\/action-gh-release|ncipollo\/release-action|actions\/create-release)@/;

function stepsOf(path: string, text: string, candidates: readonly string[]): Finding[] {
  const { document, lineOf } = yamlDocument(text);
  const jobs: unknown = document.get('jobs');
  const started = candidates.find((name) => starts(document.get('on'), name));
  if (document.errors.length > 0 || !isMap(jobs) || started === undefined) return [];
  return jobs.items.flatMap(({ value }): Finding[] => {
    const steps: unknown = isMap(value) ? value.get('steps') : null;
    if (!isMap(value) || !isSeq(steps) || asksForIt(value)) return [];
    return steps.items
      .filter((step) => isMap(step) && forgets(step))
      .map((step) =>
        finding(
          PRERELEASE,
          { path, line: lineOf(step) },
          started,
          `A release of ${started} is not marked as a pre-release`,
          "Derive the mark from the tag: `prerelease: ${{ contains(github.ref_name, '-') }}`, or `gh release create --prerelease`.",
        ),
      );
  });
}

/** Whether a push of the tag starts the workflow. */
function starts(on: unknown, name: string): boolean {
  const push: unknown = isMap(on) ? on.get('push') : null;
  const patterns: unknown = isMap(push) ? push.get('tags') : null;
  if (!isSeq(patterns)) return false;
  return patterns.items.some((item) => {
    const pattern = isScalar(item) ? String(item.value) : '';
    // GitHub's `+` and `[0-9]` stand beside the usual wildcards.
    return new RegExp(`^${translateGlob(pattern).replace(/\\\+/g, '+')}$`, 'su').test(name);
  });
}

/** A condition on the name of the tag, or on what the tag is: candidates go another way. */
const asksForIt = (node: YAMLMap): boolean => /rc|alpha|beta|pre-?release|'-'|"-"/i.test(String(node.get('if') ?? ''));

function forgets(step: YAMLMap): boolean {
  const uses = String(step.get('uses') ?? '');
  const run = String(step.get('run') ?? '');
  if (!RELEASES.test(`${uses}\n${run}`) || asksForIt(step)) return false;
  if (run !== '') return !/--prerelease|--latest|--draft|\$\{?\w*(?:FLAGS|ARGS|OPTS|PRE)\w*/i.test(run);
  const inputs: unknown = step.get('with');
  const inputOf = (name: string): unknown => (isMap(inputs) ? inputs.get(name) : undefined);
  const isMarked = ['prerelease', 'make_latest', 'makeLatest', 'draft'].some((name) => {
    const value = inputOf(name);
    return value !== undefined && value !== false && String(value) !== 'false';
  });
  return !isMarked && String(inputOf('make_latest') ?? inputOf('makeLatest') ?? '') !== 'false';
}
