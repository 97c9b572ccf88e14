import type { AST } from 'toml-eslint-parser';
import type { Position } from '../core/lines.ts';
import type { BoundaryConfig, BoundaryRule, Selector } from './config.ts';
import { locateKey } from './locate-key.ts';
import type { BoundaryInput } from './schema.ts';

/** The `[boundary]` table, each selector with its place. */
export function readBoundary(ast: AST.TOMLProgram, given: BoundaryInput): BoundaryConfig {
  const placeOf = (...path: readonly (string | number)[]): Position =>
    locateKey(ast, ['boundary', ...path.map(String)]) ?? { line: 1, column: 1 };
  const selectors = (list: readonly string[] | undefined, ...path: readonly (string | number)[]): Selector[] =>
    (list ?? []).map((text, i) => ({ text, place: placeOf(...path, i) }));
  return {
    layers: (given.layers ?? []).map((layer, i) => layer.map((text) => ({ text, place: placeOf('layers', i) }))),
    instead: given.instead ?? null,
    dependencies: given.dependencies ?? 'workspace',
    rules: (given.rule ?? []).map((rule, i): BoundaryRule => {
      const kind = rule.forbid === undefined ? 'require' : 'forbid';
      return {
        id: rule.id,
        from: selectors(rule.from, 'rule', i, 'from'),
        to: selectors(rule.forbid ?? rule.require, 'rule', i, kind),
        kind,
        except: selectors(rule.except, 'rule', i, 'except'),
        deferred: rule.deferred !== 'allow',
        types: rule.types === 'forbid',
        instead: rule.instead,
        place: placeOf('rule', i),
      };
    }),
    interfaces: (given.interface ?? []).map(({ of, open, instead }, i) => ({
      of: selectors(of, 'interface', i, 'of'),
      open: selectors(open, 'interface', i, 'open'),
      instead,
    })),
  };
}
