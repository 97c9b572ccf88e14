import { defineFact } from '../fact.ts';
import { kindOf, type Syntax } from '../syntax.ts';
import { altersLanguage } from './alters-language.ts';
import { analyzeNames } from './analyze-names.ts';
import { runAtLoad } from './load-effects.ts';
import { type LoadUnit, readLoadUnits } from './load-units.ts';
import { outlineJavascript } from './outline.ts';
import { type LinkName, type ModuleForm, readLinks } from './read-links.ts';
import { statementsOf } from './statements-of.ts';

/** How a module is loaded, and what its names lead to. Plain data; names of modules as written. */
export interface ModuleLoading {
  readonly form: ModuleForm;
  readonly units: readonly LoadUnit[];
  readonly imports: Readonly<Record<string, LinkName>>;
  /** Exported name -> local name, unit, or name of another module. */
  readonly exports: Readonly<Record<string, { readonly local: string } | { readonly unit: number } | LinkName>>;
  readonly stars: readonly string[];
  readonly requests: readonly {
    readonly from: string;
    readonly bare: boolean;
    readonly typeOnly: boolean;
    readonly used: boolean;
  }[];
  /** It waits while it is loaded: others may be loaded in the meantime. */
  readonly waits: boolean;
  /** It may change what the language does for all others: `Array.prototype.last = …`. */
  readonly altersLanguage: boolean;
  /** All of it was understood. */
  readonly whole: boolean;
}

export const moduleLoading = defineFact<ModuleLoading, null>({
  id: 'javascript-module-loading',
  version: 6,
  languages: ['javascript'],
  start: () => null,
  finish: (_state: null, syntax: Syntax) => readLoading(syntax),
});

function readLoading(syntax: Syntax): ModuleLoading {
  const outline = outlineJavascript(syntax);
  const names = analyzeNames(syntax);
  const links = readLinks(syntax, names);
  const units = [...outline.units].sort((a, b) => a.start - b.start);
  const unitAt = (offset: number): number => units.findIndex(({ start, end }) => start <= offset && offset < end);
  const waits = [...runAtLoad(syntax, statementsOf(syntax))].some((node) => kindOf(syntax, node) === 'await');
  return {
    form: links.form,
    units: readLoadUnits(syntax, outline, names, links.form === 'commonjs'),
    imports: Object.fromEntries(links.imports),
    exports: Object.fromEntries(
      [...links.exports].map(([name, one]) => {
        if ('foreign' in one) return [name, one.foreign];
        return [name, 'statement' in one ? { unit: unitAt(syntax.start[one.statement]!) } : { local: one.local }];
      }),
    ),
    stars: links.stars.map(({ from }) => from),
    requests: links.requests.map(({ from, bare, typeOnly, used }) => ({ from, bare, typeOnly, used })),
    waits,
    altersLanguage: altersLanguage(syntax, names),
    whole: syntax.errors.length === 0,
  };
}
