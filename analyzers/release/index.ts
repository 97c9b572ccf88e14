import type { View } from '../../src/workspace/view.ts';
import { type CheckResult, type Detail, defineCheck, NOTHING_CHECKED } from '../gate/check.ts';
import { isFixture } from '../gate/is-fixture.ts';
import { judgeCrates } from './judge-crates.ts';
import { judgePrereleases } from './judge-prereleases.ts';
import { judgePythonLocks } from './judge-python-locks.ts';
import { judgePythonTargets } from './judge-python-targets.ts';
import { judgeRepository } from './judge-repository.ts';
import { judgeTags } from './judge-tags.ts';
import { judgeUnit, versionOf } from './judge-unit.ts';
import { releaseUnits } from './read-unit.ts';
import { RELEASE_RULES } from './rules.ts';

/** Versions, licences and minimum toolchains agree wherever they are said, and nothing is published unasked. */
export const release = defineCheck({
  id: 'release',
  title: 'Versions, licences and minimum toolchains agree across Rust and Python',
  waitsFor: 'a package that is released',
  rules: RELEASE_RULES,
  run,
});

function run(view: View): CheckResult {
  const units = releaseUnits(view, (dir) => !isFixture(dir) && !/(?:^|\/)(?:examples?|benches|fuzz)(?:\/|$)/.test(dir));
  const crates = view.manifests.crates.filter(({ dir }) => !isFixture(dir));
  if (units.length === 0) return NOTHING_CHECKED;
  const versioned = units.filter((unit) => versionOf(unit) !== null);
  return {
    findings: [
      ...units.flatMap((unit) => judgeUnit(view, unit)),
      ...judgeCrates(view, crates),
      ...judgeRepository(view, units),
      ...judgePythonLocks(view, units),
      ...judgePythonTargets(view, units),
      ...judgeTags(view, units),
      ...judgePrereleases(view),
    ],
    checked: Object.fromEntries(RELEASE_RULES.map(({ id }) => [id, units.length])),
    unknown: [],
    details: [
      {
        name: 'versions',
        verdict: 'enforced',
        found: `${versioned.length} of ${units.length} packages say their version in a manifest`,
        values: { total: units.length, static: versioned.length },
      },
      tagDetail(view),
    ],
  };
}

/** Without a history there is nothing to hold versions against: not looked at, and no pass. */
function tagDetail({ tags }: View): Detail {
  const local = tags?.filter(({ elsewhere }) => !elsewhere) ?? [];
  return {
    name: 'tags',
    verdict: tags === null ? 'unknown' : local.length === 0 ? 'vacuous' : 'enforced',
    found: tags === null ? 'no tags were read here' : `${local.length} tags in the history of this commit`,
  };
}
