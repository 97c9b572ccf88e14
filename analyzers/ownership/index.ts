import type { OwnershipConfig } from '../../src/config/config.ts';
import type { Finding, Rule } from '../../src/core/finding.ts';
import type { View } from '../../src/workspace/view.ts';
import { covers } from '../boundary/select.ts';
import { pythonIndex } from '../bridge/python/python-index.ts';
import { rustModules } from '../bridge/rust/rust-modules.ts';
import { composedOnce } from '../composition/composed-once.ts';
import { type CheckResult, defineCheck, NOTHING_CHECKED } from '../gate/check.ts';
import { duplicateFunctions } from './duplicates.ts';
import { evidenceOf } from './evidence.ts';
import { type Registered, registered } from './registered.ts';
import { registryIndex } from './registry-index.ts';
import { CONFIG, DUPLICATE, FOREIGN, OVERLAP, OWNERSHIP_RULES, TWICE } from './rules.ts';
import { twiceIn } from './twice.ts';

/** Each handler, tool, route and command is registered once, by the module that owns it. */
export const ownership = defineCheck({
  id: 'ownership',
  title: 'Each handler, tool, route and command is registered once, by its owner',
  waitsFor: 'an [ownership] table in omni-refactor.toml',
  rules: OWNERSHIP_RULES,
  run,
});

function run(view: View): CheckResult {
  const { ownership: config, path } = view.config;
  if (config === null) return NOTHING_CHECKED;
  const all = registered(view);
  const duplicates = config.duplicates === null ? [] : duplicateFunctions(view, config.duplicates);
  const lost = lostOwners(view, config, path ?? 'omni-refactor.toml');
  return {
    findings: [
      ...lost,
      ...twiceIn(all).map(({ first, again }) =>
        found(
          TWICE,
          again,
          `${again.kind} ${again.name}`,
          `the ${again.kind} \`${again.name}\` is registered at ${placeOf(first)} too`,
        ),
      ),
      ...config.responsibilities.flatMap((one) => judge(one, all)),
      ...duplicates.map(({ first, again, share }) => ({
        ...found(
          DUPLICATE,
          again,
          again.name,
          `\`${again.name}\` is ${Math.round(share * 100)} % the same as \`${first.name}\` at ${placeOf(first)}`,
        ),
        value: Math.round(share * 100),
      })),
    ],
    checked: {
      [TWICE.id]: all.length,
      [CONFIG.id]: config.responsibilities.length,
      ...(config.responsibilities.length > 0 ? { [FOREIGN.id]: all.length, [OVERLAP.id]: all.length } : {}),
      ...(config.duplicates === null ? {} : { [DUPLICATE.id]: duplicates.length }),
    },
    unknown: registryIndex(view).unread,
    details: config.responsibilities.map((one) => {
      const own = all.filter((registration) => evidenceOf(one)(registration));
      const modules = [...new Set(own.map(({ module }) => module))].sort();
      const isHeld = judge(one, all).length === 0;
      return {
        name: one.id,
        verdict: own.length === 0 ? 'vacuous' : isHeld ? 'enforced' : 'partial',
        found: `${own.length} registrations in ${modules.length} modules`,
        place: { path: path ?? 'omni-refactor.toml', line: one.place.line },
        values: {
          owners: one.owners.map(({ text }) => text),
          modules,
          registrations: own
            .map((registration) => `${registration.kind}:${registration.name} ${placeOf(registration)}`)
            .sort(),
        },
      };
    }),
  };
}

const placeOf = ({ path, line }: { readonly path: string; readonly line: number }): string => `${path}:${line}`;

const found = (
  { id, severity, why, whatToDo }: Rule,
  { path, line }: { readonly path: string; readonly line: number },
  symbol: string,
  what: string,
): Finding => ({ rule: id, severity, place: { path, line }, symbol, what, why, whatToDo: whatToDo! });

type Responsibility = OwnershipConfig['responsibilities'][number];

/** What others register of it, and what two owners both do. */
function judge(one: Responsibility, all: readonly Registered[]): Finding[] {
  const own = all.filter((registration) => evidenceOf(one)(registration));
  const isOwner = ({ module, path }: Registered): boolean =>
    one.owners.some((owner) => covers(owner, module) || owner.text === path);
  const foreign = own
    .filter((registration) => !isOwner(registration))
    .map((registration) =>
      found(
        FOREIGN,
        registration,
        `${one.id}: ${registration.kind} ${registration.name}`,
        `${registration.module} registers the ${registration.kind} \`${registration.name}\`, which is of \`${one.id}\` (${one.owners.map(({ text }) => text).join(', ')})${one.instead === null ? '' : `: ${one.instead}`}`,
      ),
    );
  return [...foreign, ...overlaps(one.id, own)];
}

function overlaps(id: string, own: readonly Registered[]): Finding[] {
  return own.flatMap((again, i) => {
    const first = own
      .slice(0, i)
      .find((one) => one.kind === again.kind && one.name === again.name && one.module !== again.module);
    if (!first || first.registry === again.registry) return [];
    return [
      found(
        OVERLAP,
        again,
        `${id}: ${again.kind} ${again.name}`,
        `\`${id}\`: ${again.module} and ${first.module} (${placeOf(first)}) both register the ${again.kind} \`${again.name}\``,
      ),
    ];
  });
}

/** Owners that name nothing, each at its line and column. */
function lostOwners(view: View, { responsibilities }: OwnershipConfig, path: string): Finding[] {
  const owners = responsibilities.flatMap((one) => one.owners);
  if (owners.length === 0) return [];
  const modules = [
    ...pythonIndex(view).modules.map(({ name }) => `py:${name.dotted}`),
    ...rustModules(composedOnce(view)).map(({ id }) => `rs:${id}`),
  ];
  return owners
    .filter((owner) => view.file(owner.text) === undefined && !modules.some((module) => covers(owner, module)))
    .map(({ text, place }) => ({
      ...found(CONFIG, { path, line: place.line }, text, `\`${text}\` names no module`),
      place: { path, ...place },
    }));
}
