import type { BoundaryConfig, BoundaryRule, Selector } from '../../src/config/config.ts';
import type { Finding, Rule } from '../../src/core/finding.ts';
import type { MapEdge, WorkspaceMap } from '../map/workspace-map.ts';
import { FORBIDDEN, INTERFACE, LAYER, REQUIRED, UNUSED } from './rules.ts';
import { anyCovers, covers, selected } from './select.ts';

export interface EdgeVerdicts {
  readonly findings: readonly Finding[];
  /** Rule -> edges that its exceptions excuse. */
  readonly allowed: ReadonlyMap<string, number>;
}

/** Every edge of the map against layers, rules and interfaces. @param configPath where the rules stand */
export function judgeEdges(config: BoundaryConfig, map: WorkspaceMap, configPath: string): EdgeVerdicts {
  const allowed = new Map<string, number>();
  const ruled = config.rules.flatMap((rule) => {
    const { findings, excused } = judgeRule(rule, map, configPath);
    allowed.set(rule.id, excused);
    return findings;
  });
  return { findings: [...layerFindings(config, map), ...ruled, ...interfaceFindings(config, map)], allowed };
}

/** What stands in the way of an edge, at the line of the import. */
const edgeFinding = (
  rule: Rule,
  { from, to, kind, path, line }: MapEdge,
  about: { readonly symbol: string; readonly why: string; readonly instead: string },
): Finding => ({
  rule: rule.id,
  severity: rule.severity,
  place: { path, line },
  symbol: about.symbol,
  what: `${from} leads to ${to}${kind === 'deferred' ? ' inside of a function' : kind === 'type' ? ' for type checkers' : ''}${about.why}`,
  why: rule.why,
  whatToDo: about.instead,
});

function layerFindings({ layers, instead }: BoundaryConfig, { edges }: WorkspaceMap): Finding[] {
  const layerOf = (id: string): number => layers.findIndex((layer) => anyCovers(layer, id));
  return edges.flatMap((edge): Finding[] => {
    if (edge.kind === 'type') return [];
    const [own, other] = [layerOf(edge.from), layerOf(edge.to)];
    if (own === -1 || other === -1 || other >= own) return [];
    const why = `, from layer ${own + 1} up to layer ${other + 1}`;
    return [edgeFinding(LAYER, edge, { symbol: `${edge.from} ${edge.to}`, why, instead: instead ?? LAYER.whatToDo! })];
  });
}

const counts = ({ deferred, types }: BoundaryRule, { kind }: MapEdge): boolean =>
  kind === 'deferred' ? deferred : kind === 'type' ? types : true;

function judgeRule(
  rule: BoundaryRule,
  map: WorkspaceMap,
  configPath: string,
): { readonly findings: Finding[]; readonly excused: number } {
  if (rule.kind === 'require') return judgeRequired(rule, map, configPath);
  const hits = map.edges.filter(
    (edge) => counts(rule, edge) && anyCovers(rule.from, edge.from) && anyCovers(rule.to, edge.to),
  );
  const outside = hits.filter(({ from }) => !anyCovers(rule.except, from));
  const findings = outside.map((edge) =>
    edgeFinding(FORBIDDEN, edge, {
      symbol: `${rule.id}: ${edge.from} ${edge.to}`,
      why: `, which ${rule.id} forbids`,
      instead: rule.instead,
    }),
  );
  const used = (selector: Selector): boolean => hits.some(({ from }) => covers(selector, from));
  return { findings: [...findings, ...unusedIn(rule, used, configPath)], excused: hits.length - outside.length };
}

function judgeRequired(
  rule: BoundaryRule,
  { nodes, edges }: WorkspaceMap,
  configPath: string,
): { readonly findings: Finding[]; readonly excused: number } {
  const lacking = selected(rule.from, nodes).filter(
    (id) => !edges.some((edge) => edge.from === id && counts(rule, edge) && anyCovers(rule.to, edge.to)),
  );
  const outside = lacking.filter((id) => !anyCovers(rule.except, id) && !anyCovers(rule.to, id));
  const findings = outside.map((id): Finding => {
    const { path } = nodes.find((node) => node.id === id)!;
    return {
      rule: REQUIRED.id,
      severity: REQUIRED.severity,
      place: { path, line: 1 },
      symbol: `${rule.id}: ${id}`,
      what: `${id} leads to none of ${rule.to.map(({ text }) => text).join(', ')}, which ${rule.id} requires`,
      why: REQUIRED.why,
      whatToDo: rule.instead,
    };
  });
  const used = (selector: Selector): boolean => lacking.some((id) => covers(selector, id));
  return { findings: [...findings, ...unusedIn(rule, used, configPath)], excused: lacking.length - outside.length };
}

const unusedIn = ({ id, except }: BoundaryRule, used: (selector: Selector) => boolean, path: string): Finding[] =>
  except
    .filter((selector) => !used(selector))
    .map(({ text, place }) => ({
      rule: UNUSED.id,
      severity: UNUSED.severity,
      place: { path, ...place },
      symbol: `${id}: ${text}`,
      what: `The exception \`${text}\` of ${id} excuses nothing`,
      why: UNUSED.why,
      whatToDo: UNUSED.whatToDo!,
    }));

function interfaceFindings({ interfaces }: BoundaryConfig, { edges }: WorkspaceMap): Finding[] {
  return interfaces.flatMap(({ of, open, instead }) =>
    edges
      .filter(
        ({ from, to, kind }) => kind !== 'type' && anyCovers(of, to) && !anyCovers(of, from) && !anyCovers(open, to),
      )
      .map((edge) =>
        edgeFinding(INTERFACE, edge, {
          symbol: `${edge.from} ${edge.to}`,
          why: ', which is no part of its interface',
          instead,
        }),
      ),
  );
}
