import type { Proof } from '../../../../core/evidence.ts';
import { compareApis } from './compare-api.ts';
import { type Documentation, newDocWarnings } from './run-rustdoc.ts';

export interface ApiSides {
  /** `lib`, `bin tool`, `example demo`: their documentation before and after. */
  readonly targets: ReadonlyMap<string, { readonly before: Documentation; readonly after: Documentation }>;
  /** For each changed file the targets that compile it after the change; `lib with tests` if only its tests do. */
  readonly reach: ReadonlyMap<string, ReadonlySet<string>>;
}

/** The verdicts of one set of features, a file each: names, signatures, attributes, documentation and its links are what they were. */
export function judgeApi(configuration: string, paths: readonly string[], { targets, reach }: ApiSides): Proof[] {
  const proof = (path: string, verdict: Proof['verdict'], why: string): Proof => ({
    rung: 'A',
    path,
    configuration,
    verdict,
    why,
  });
  const equal = new Map<string, string>();
  const open = new Map<string, string>();
  for (const [target, sides] of targets) {
    const judged = compareTarget(sides.before, sides.after);
    if (judged.verdict === 'failed') return paths.map((path) => proof(path, 'failed', `${target}: ${judged.why}`));
    (judged.verdict === 'proven' ? equal : open).set(target, judged.why);
  }
  return paths.map((path) => {
    const places = [...(reach.get(path) ?? [])];
    const shown = places.find((place) => equal.has(place));
    if (shown !== undefined) return proof(path, 'proven', `${shown}: ${equal.get(shown)}`);
    const hidden = places.find((place) => open.has(place) || open.has(withoutTests(place)));
    if (hidden !== undefined) return proof(path, 'not-run', open.get(withoutTests(hidden))!);
    const tested = places.find((place) => equal.has(withoutTests(place)));
    if (tested !== undefined) {
      const target = withoutTests(tested);
      return proof(
        path,
        'proven',
        `compiled for tests only, so no part of an interface; ${target}: ${equal.get(target)}`,
      );
    }
    return proof(path, 'vacuous', 'no library, program or example compiles the file in this configuration');
  });
}

export const withoutTests = (place: string): string => place.replace(/ with tests$/, '');

function compareTarget(before: Documentation, after: Documentation): { verdict: Proof['verdict']; why: string } {
  if ('why' in before) return { verdict: 'not-run', why: `the baseline has no documentation: ${before.why}` };
  if ('why' in after) return { verdict: after.unknown ? 'not-run' : 'failed', why: after.why };
  const differences = [...compareApis(before.api, after.api), ...newDocWarnings(before, after)];
  if (differences.length === 0) return { verdict: 'proven', why: `${after.api.size} names with equal items and docs` };
  const more = differences.length > 1 ? `, and ${differences.length - 1} more` : '';
  return { verdict: 'failed', why: `${differences[0]}${more}` };
}
