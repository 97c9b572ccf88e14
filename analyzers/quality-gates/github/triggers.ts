import type { YAMLMap } from 'yaml';
import { translateGlob } from '../../../src/workspace/compile-glob.ts';
import type { View } from '../../../src/workspace/view.ts';
import { isMap, isScalar, isSeq } from '../../../src/workspace/yaml-document.ts';
import { isFixture } from '../../gate/is-fixture.ts';
import type { Weakness } from '../lanes.ts';

/** How pull requests start a workflow. */
export interface Trigger {
  /** Names of the events that come before a merge. */
  readonly events: readonly string[];
  /** A push to any branch starts it too. */
  readonly pushes: boolean;
  readonly weak: readonly Weakness[];
}

const EVENTS = ['pull_request', 'pull_request_target', 'merge_group'];

/** Null where pull requests do not start the workflow at all; else what narrows that. */
export function triggerOf(view: View, root: YAMLMap): Trigger | null {
  // YAML 1.1 reads the key `on` as true.
  const on: unknown = root.get('on') ?? root.get(true);
  const names = isMap(on) ? EVENTS.filter((one) => on.has(one)) : (strings(on) ?? [String(on)]);
  const events = EVENTS.filter((one) => names.includes(one));
  if (events.length === 0) return null;
  const event: unknown = isMap(on) ? on.get(events[0]!) : null;
  return { events, pushes: startsOnPush(on), weak: isMap(event) ? narrowed(view, event) : [] };
}

function startsOnPush(on: unknown): boolean {
  if (!isMap(on)) return (strings(on) ?? [String(on)]).includes('push');
  const push: unknown = on.get('push');
  return on.has('push') && !(isMap(push) && push.items.length > 0);
}

function narrowed(view: View, event: YAMLMap): Weakness[] {
  const types = strings(event.get('types'));
  const filters = [strings(event.get('paths')), strings(event.get('paths-ignore'))] as const;
  return [
    ...(sees(view, SOURCES, ...filters) ? [] : [pathWeakness(sees(view, MANIFESTS, ...filters))]),
    ...(types === null || types.includes('synchronize') || types.includes('opened')
      ? []
      : [{ kind: 'conditional', why: 'only on certain events of a pull request' } as const]),
  ];
}

/** A list, or the one element that stands for it. */
function strings(value: unknown): string[] | null {
  if (typeof value === 'string') return [value];
  return isSeq(value) ? value.items.map((item) => String(isScalar(item) ? item.value : item)) : null;
}

const pathWeakness = (seesManifests: boolean): Weakness => ({
  kind: 'conditional',
  why: 'its path filter leaves Rust sources or manifests out',
  ...(seesManifests ? { seesManifests: true } : {}),
});

const SOURCES = /(?:\.rs|(?:^|\/)Cargo\.toml)$/;
/** Where dependencies are said: the lock file where it is committed. */
const MANIFESTS = /(?:^|\/)Cargo\.lock$/;

/** Whether a change to any file of a kind starts the workflow: later patterns win, `!` takes back. */
function sees(view: View, kind: RegExp, paths: readonly string[] | null, ignored: readonly string[] | null): boolean {
  const matching = gateFiles(view, kind);
  const files = matching.length > 0 || kind === SOURCES ? matching : gateFiles(view, /(?:^|\/)Cargo\.toml$/);
  if (ignored !== null) return !files.some((path) => lastMatch(ignored, path));
  return paths === null || files.every((path) => lastMatch(paths, path));
}

const gateFiles = (view: View, kind: RegExp): string[] =>
  view.files
    .filter(
      ({ path }) =>
        kind.test(path) && !isFixture(path) && !/(?:^|\/)(?:tests?|fuzz)\/.*Cargo\.(?:toml|lock)$/.test(path),
    )
    .map(({ path }) => path);

const lastMatch = (patterns: readonly string[], path: string): boolean =>
  patterns.reduce((hit, pattern) => {
    const taken = pattern.startsWith('!');
    const glob = new RegExp(`^${translateGlob(taken ? pattern.slice(1) : pattern)}$`, 'su');
    return glob.test(path) ? !taken : hit;
  }, false);
