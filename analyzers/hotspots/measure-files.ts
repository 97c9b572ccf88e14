import type { FactResult } from '../../src/languages/fact.ts';
import { type Grammar, type Language, languageOf, SPLICED_GRAMMAR } from '../../src/languages/language.ts';
import type { View } from '../../src/workspace/view.ts';
import { applyDialect } from '../complexity/dialects/apply-dialect.ts';
import { DIALECT_FACTS } from '../complexity/dialects/dialect-facts.ts';
import { DIALECTS } from '../complexity/dialects/dialects.ts';
import type { DialectId } from '../complexity/dialects/table.ts';
import type { FileMetrics } from '../complexity/metrics.ts';
import { innerMetricsFact, metricsFact } from '../complexity/metrics-fact.ts';
import type { Composition } from '../composition/composition.ts';
import type { HotspotOptions } from './hotspot.ts';

export interface MeasuredFile {
  readonly path: string;
  readonly module: string;
  /** The file that carries the module; two modules can share an id (a library and a binary of one name), never a file. */
  readonly host: string;
  /** 0 for the host, then the fragments in order of splicing. */
  readonly position: number;
  readonly language: Language;
  readonly metrics: FileMetrics;
  /** 1-based line of the first syntax that is not understood; null where all is. */
  readonly unreadLine: number | null;
}

export interface MeasuredFiles {
  readonly found: number;
  readonly files: readonly MeasuredFile[];
  readonly failed: readonly { readonly path: string; readonly reason: string }[];
}

type Asked = Pick<HotspotOptions, 'lang' | 'only' | 'dialect' | 'inner'>;

export const isAsked = ({ lang, only, dialect = null }: Asked, path: string, language: Language): boolean =>
  (lang === null || language === lang) &&
  (only?.isNamed(path) ?? true) &&
  (dialect === null || Object.hasOwn(DIALECTS[dialect].languages, language));

/** Every source file once: those of a known language and the fragments that modules splice, in the order of the view. */
export function measureFiles(view: View, composition: Composition, asked: Asked): MeasuredFiles {
  const { dialect = null, inner = false } = asked;
  const places = placesOf(composition);
  const files: MeasuredFile[] = [];
  const failed: { path: string; reason: string }[] = [];
  let found = 0;
  for (const { path, grammar } of view.files) {
    const place = places.get(path) ?? { module: path, host: path, position: 0 };
    // Only Rust splices, and a fragment may have any name: `tables.inc`.
    const readAs = grammar ?? (place.position > 0 ? SPLICED_GRAMMAR : null);
    if (readAs === null || !isAsked(asked, path, languageOf(readAs))) continue;
    found += 1;
    const fact = view.facts(path, inner ? innerMetricsFact : metricsFact, readAs);
    if (fact.status === 'failed') {
      failed.push({ path, reason: fact.reason });
      continue;
    }
    files.push({
      path,
      ...place,
      language: languageOf(readAs),
      metrics: dialect === null ? fact.value : asDialect(view, path, readAs, fact.value, dialect),
      unreadLine: unreadLineOf(fact),
    });
  }
  return { found, files, failed };
}

/** 1-based; null where all was understood. */
export const unreadLineOf = (fact: FactResult<unknown>): number | null =>
  fact.status === 'partial' ? fact.line : null;

function asDialect(view: View, path: string, grammar: Grammar, metrics: FileMetrics, dialect: DialectId): FileMetrics {
  const measured = view.facts(path, DIALECT_FACTS[dialect], grammar);
  return measured.status === 'failed' ? metrics : applyDialect(metrics, measured.value);
}

type Place = Pick<MeasuredFile, 'module' | 'host' | 'position'>;

function placesOf(composition: Composition): Map<string, Place> {
  const places = new Map<string, Place>();
  for (const { id, file, fragments } of composition.modules)
    for (const [position, path] of [file, ...fragments].entries())
      places.set(path, { module: id, host: file, position });
  return places;
}
