import { type AST, getStaticTOMLValue, ParseError, parseTOML } from 'toml-eslint-parser';
import type { z } from 'zod';
import type { RefactorError } from '../core/errors.ts';
import type { BudgetException, Config } from './config.ts';
import { configError } from './config-error.ts';
import { DEFAULT_CONFIG } from './default-config.ts';
import { locateKey } from './locate-key.ts';
import { readBoundary } from './read-boundary.ts';
import { readBridges } from './read-bridges.ts';
import { readClients } from './read-clients.ts';
import { readContracts, readSharedConstants } from './read-contracts.ts';
import { readCheckExceptions, readExceptions } from './read-exceptions.ts';
import { readOwners } from './read-owners.ts';
import { readOwnership } from './read-ownership.ts';
import { readScreen } from './read-screen.ts';
import { refuseDoubles } from './refuse-doubles.ts';
import { CONFIG_SCHEMA } from './schema.ts';

/**
 * Reads the text of `omni-refactor.toml`.
 * @param path how the file is named in messages
 * @throws RefactorError `config-invalid` naming line and column (both from 1)
 */
export function parseConfig(text: string, path: string): Config {
  const ast = parseToml(text, path);
  const parsed = CONFIG_SCHEMA.safeParse(getStaticTOMLValue(ast));
  if (!parsed.success) throw invalid(path, ast, parsed.error.issues[0]!);
  refuseDoubles(path, ast, parsed.data);
  const { exclude, boundary, bridge, exception, readmes, budget, python, rust } = parsed.data;
  const exceptions = readExceptions(ast, budget?.exception ?? []);
  const again = exceptions.find((one, i) => exceptions.findIndex((other) => entityOf(other) === entityOf(one)) < i);
  if (again)
    throw configError(
      `${path}:${again.place.line}:${again.place.column}`,
      `a second exception for ${entityOf(again)}`,
      'Keep one of the two.',
    );
  return {
    path,
    exceptions: readCheckExceptions(ast, exception ?? []),
    qualityGates: { lanes: parsed.data['quality-gates']?.lanes ?? null },
    readmes: {
      sections: readmes?.sections ?? DEFAULT_CONFIG.readmes.sections,
      headings: readmes?.headings ?? DEFAULT_CONFIG.readmes.headings,
    },
    boundary: boundary ? readBoundary(ast, boundary) : null,
    bridges: readBridges(ast, bridge ?? []),
    clients: readClients(ast, parsed.data.client ?? []),
    contracts: readContracts(ast, parsed.data.contract ?? []),
    ownership: parsed.data.ownership ? readOwnership(ast, parsed.data.ownership) : null,
    owners: readOwners(parsed.data.owners ?? {}),
    sharedConstants: readSharedConstants(ast, parsed.data['contract-constant'] ?? []),
    exclude: exclude ?? DEFAULT_CONFIG.exclude,
    screen: readScreen(path, ast, parsed.data.screen ?? {}),
    budget: {
      fileLines: budget?.['file-lines'] ?? DEFAULT_CONFIG.budget.fileLines,
      functionCognitive: budget?.['function-cognitive'] ?? DEFAULT_CONFIG.budget.functionCognitive,
      moduleLines: budget?.['module-lines'] ?? DEFAULT_CONFIG.budget.moduleLines,
      exceptions,
    },
    python: { interpreter: python?.interpreter ?? DEFAULT_CONFIG.python.interpreter },
    rust: { testRunner: rust?.['test-runner'] ?? DEFAULT_CONFIG.rust.testRunner },
  };
}

const entityOf = ({ rule, path, symbol }: BudgetException): string =>
  `${rule} ${symbol === null ? path : `${path}#${symbol}`}`;

function parseToml(text: string, path: string): AST.TOMLProgram {
  try {
    return parseTOML(text);
  } catch (error) {
    if (error instanceof RangeError) throw configError(path, 'it is nested too deeply', 'Write it flatter.');
    if (!(error instanceof ParseError)) throw error;
    throw configError(`${path}:${error.lineNumber}:${error.column + 1}`, error.message, 'Fix the TOML there.');
  }
}

function invalid(path: string, ast: AST.TOMLProgram, issue: z.core.$ZodIssue): RefactorError {
  const unknown = issue.code === 'unrecognized_keys' ? issue.keys[0]! : null;
  const keyPath = [...issue.path.map(String), ...(unknown === null ? [] : [unknown])];
  const keyPlace = locateKey(ast, keyPath);
  const place = keyPlace ? `${path}:${keyPlace.line}:${keyPlace.column}` : path;
  if (unknown !== null) {
    return configError(
      place,
      `the key \`${keyPath.join('.')}\` is unknown`,
      `Remove it, or use one of: ${knownKeys(issue.path).join(', ')}.`,
    );
  }
  return configError(place, `\`${keyPath.join('.')}\`: ${issue.message}`, 'Give it a value of that kind.');
}

function knownKeys(path: readonly PropertyKey[]): string[] {
  let schema: unknown = CONFIG_SCHEMA;
  for (const key of path) schema = typeof key === 'number' ? elementOf(schema) : shapeOf(schema)?.[String(key)];
  return Object.keys(shapeOf(schema) ?? {});
}

function shapeOf(schema: unknown): Record<string, unknown> | undefined {
  const inner = schema as { shape?: Record<string, unknown>; unwrap?: () => unknown };
  return inner?.shape ?? (inner?.unwrap ? shapeOf(inner.unwrap()) : undefined);
}

/** Of an array, however it is wrapped. */
function elementOf(schema: unknown): unknown {
  const inner = schema as { element?: unknown; unwrap?: () => unknown };
  return inner?.element ?? (inner?.unwrap ? elementOf(inner.unwrap()) : undefined);
}
