import { moduleOf } from '../../../../../analyzers/readings/javascript/module-paths.ts';
import type { Proof } from '../../../../core/evidence.ts';
import type { View } from '../../../../workspace/view.ts';
import type { Family as DeclaredFamily } from '../declarations/declared-modules.ts';
import { stemOf } from '../declarations/emitted.ts';
import type { EsModule } from '../read-es-module.ts';
import { type EmittedModule, readEmitted } from './emitted-module.ts';
import { printUnit } from './print-unit.ts';
import type { Scripts } from './scripts.ts';

/** The emitted files of modules that were one, or are several. */
interface Side {
  readonly view: View;
  readonly modules: readonly EsModule[];
  readonly scripts: Scripts;
}

export interface Compared extends Pick<Proof, 'hazard'> {
  readonly verdict: 'proven' | 'vacuous' | 'failed' | 'not-run';
  readonly why: string;
}

/** Compares what a compiler wrote for the modules of a family, statement by statement, and what these modules load and declare beside. */
export function compareEmitted(before: Side, after: Side): Compared {
  const first = readSide(before);
  if (typeof first === 'string') return { verdict: 'not-run', why: first };
  const second = readSide(after);
  if (typeof second === 'string') return { verdict: 'failed', why: second };
  const doubled = doubleName(second) ?? doubleName(first);
  if (doubled !== null)
    return {
      verdict: 'not-run',
      why: `two files declare \`${doubled}\`, and emitted code tells them apart by name only`,
    };
  const [old, now] = [unitsOf(before, first), unitsOf(after, second)];
  const why = judgeFiles(first, second) ?? judgeUnits(old, now);
  if (why !== null) return { verdict: 'failed', why };
  return old.length === 0
    ? { verdict: 'vacuous', why: 'the compiler writes no statement for it: it declares types only' }
    : { verdict: 'proven', why: `${old.length} emitted statements are equal` };
}

type Emitted = ReadonlyMap<string, EmittedModule>;

/** What a module is called in all files: by its stem, where it is one of the workspace. */
const resolverFor =
  (view: View, path: string) =>
  (name: string): string => {
    const target = moduleOf(view, path, name);
    return view.file(target)?.grammar ? stemOf(target) : target;
  };

function readSide({ view, modules, scripts }: Side): Emitted | string {
  const found = new Map<string, EmittedModule>();
  for (const { path, names } of modules) {
    const text = emittedText(scripts, path);
    if (text === undefined) return `the compiler writes no JavaScript for ${path}`;
    const own = new Set(names.declarations.filter(({ scope }) => scope === 0).map(({ name }) => name));
    const read = readEmitted(text, own, resolverFor(view, path));
    if (read === null) return `the JavaScript that the compiler writes for ${path} is not understood`;
    found.set(stemOf(path), read);
  }
  return found;
}

/** The text that a compiler wrote for a source, by its path. */
const emittedText = ({ texts }: Scripts, path: string): string | undefined => {
  const file = emittedPath({ texts }, path);
  return file === undefined ? undefined : texts.get(file);
};

export const emittedPath = ({ texts }: Pick<Scripts, 'texts'>, path: string): string | undefined => {
  const [, stem, kind] = /^(.*)\.([mc]?)[jt]sx?$/.exec(path) ?? [];
  return [`${stem}.${kind}js`, `${stem}.${kind}jsx`].find((file) => texts.has(file));
};

function doubleName(side: Emitted): string | null {
  const seen = new Set<string>();
  for (const { names, generated, imports } of side.values()) {
    const declared = new Set(names.declarations.filter(({ scope }) => scope === 0).map(({ name }) => name));
    for (const name of declared) {
      if (generated.has(name) || imports.has(name)) continue;
      if (seen.has(name)) return name;
      seen.add(name);
    }
  }
  return null;
}

function unitsOf({ view, modules }: Side, emitted: Emitted): string[] {
  const family: DeclaredFamily = emitted;
  return modules.flatMap(({ path }) => {
    const stem = stemOf(path);
    const module = emitted.get(stem)!;
    const print = printUnit(family, stem, module, resolverFor(view, path));
    return module.statements.map(print).filter((text) => text !== '');
  });
}

/** What belongs to a file as a whole: its directives, and what it loads of others. */
function judgeFiles(before: Emitted, after: Emitted): string | null {
  const [old, now] = [before, after].map((side) => ({
    directives: new Set([...side.values()].map(({ directives }) => directives.join())),
    requests: new Set([...side.values()].flatMap(({ requests }) => requests).filter((one) => !after.has(one))),
    forms: new Set([...side.values()].flatMap(({ form, statements }) => (statements.length > 0 ? [form] : []))),
  }));
  const directive = [...now!.directives].find((one) => !old!.directives.has(one));
  if (directive !== undefined) return `a file has other directives now: ${directive === '' ? 'none' : directive}`;
  const gone = [...old!.requests].find((one) => !now!.requests.has(one));
  if (gone !== undefined) return `the emitted code no longer loads ${gone}`;
  const fresh = [...now!.requests].find((one) => !old!.requests.has(one));
  if (fresh !== undefined) return `the emitted code loads ${fresh} now, and did not before`;
  const form = [...now!.forms].find((one) => old!.forms.size > 0 && !old!.forms.has(one));
  return form === undefined
    ? null
    : `a file is emitted as ${form === 'module' ? 'an ES module' : 'a CommonJS module'} now`;
}

function judgeUnits(before: readonly string[], after: readonly string[]): string | null {
  const left = [...before];
  const fresh: string[] = [];
  for (const text of after) {
    const index = left.indexOf(text);
    if (index === -1) fresh.push(text);
    else left.splice(index, 1);
  }
  const [old] = left;
  if (fresh.length === 0) return old === undefined ? null : `an emitted statement is gone: ${shown(old)}`;
  const now = fresh[0]!;
  const match = left.find((text) => headOf(text) === headOf(now)) ?? old;
  return match === undefined
    ? `there is a new emitted statement: ${shown(now)}`
    : `emitted code differs: ${turned(match, now)}`;
}

const headOf = (text: string): string => text.split(' ').slice(0, 3).join(' ');
const shown = (text: string): string => `\`${text.replaceAll('$own.', '').slice(0, 60)}\``;

/** The words around the first place where two texts differ. */
function turned(before: string, now: string): string {
  const [first, second] = [before.split(' '), now.split(' ')];
  const index = first.findIndex((word, i) => word !== second[i]);
  const around = (words: readonly string[]): string =>
    shown(
      words
        .slice(Math.max(0, index === -1 ? first.length - 3 : index - 3))
        .slice(0, 9)
        .join(' '),
    );
  return `${around(first)} became ${around(second)}`;
}
