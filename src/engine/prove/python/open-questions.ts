import { folderLoaderOf } from '../../../../analyzers/readings/python/folder-loaders.ts';
import { frameFileAsker } from '../../../../analyzers/readings/python/frame-askers.ts';
import { rewrittenAlone } from '../../../../analyzers/readings/python/rewritten-asserts.ts';
import { logCalls, runTimePlaces } from '../../../../analyzers/readings/python/run-time-places.ts';
import type { View } from '../../../workspace/view.ts';
import { askedFiles, type Told } from './asked-files.ts';
import { identityOf } from './generated.ts';
import { calledAs } from './given-names.ts';
import type { SplitShape } from './split-shape.ts';

/**
 * What programs can see of a divided module and no rung of this proof compares, as part and reason: the proof shows less there and says so.
 * @param leavesNames whether no rung compares what objects are called either
 */
export function openQuestions(before: View, split: SplitShape, leavesNames: boolean): Told[] {
  return [
    ...plainAsserts(before, split),
    ...recorded(before, split),
    ...soughtSource(before, split),
    ...askedFiles(before, split),
    ...ownRegistry(before, split),
    ...framesNamed(before, split),
    ...documented(before, split),
    ...linked(before, split),
    ...mayBeLoaded(before, split),
    ...(leavesNames ? underOwnName(split) : []),
  ];
}

/** Parts with asserts that pytest does not rewrite any more, and why it did. */
function plainAsserts(view: View, { before, parts }: SplitShape): Told[] {
  const asserting = parts.filter(({ statements }) => statements.some(({ text }) => /^\s*assert\b/m.test(text)));
  const names = asserting.map(({ name }) => name.dotted);
  const why = asserting.length === 0 ? null : rewrittenAlone(view, before.path, before.name.dotted, names);
  return why === null ? [] : asserting.map(({ path }) => [path, `${why}, and not those of a part (H91)`]);
}

const OWN_NAME = 'what moved has another `__module__`, and warns, logs and is found by it: compared by A and M alone';

/** Parts that do not call themselves what the module was called, and define something. */
const underOwnName = ({ before, parts }: SplitShape): Told[] =>
  parts
    .filter(
      ({ statements }) =>
        statements.some(({ text }) => /^(@|def |class |async def )/.test(text)) &&
        !statements.some(({ text }) => identityOf(text)?.name === calledAs(before)),
    )
    .map(({ path }) => [path, OWN_NAME]);

/** Parts that log, where a format or a filter of the workspace names the file or module of a call. */
function recorded(view: View, { parts }: SplitShape): Told[] {
  const logging = parts.filter(({ statements }) => statements.some(({ text }) => logCalls(text) > 0));
  const [place] = logging.length === 0 ? [] : runTimePlaces(view).records;
  return place === undefined
    ? []
    : logging.map(({ path }) => [path, `its log records name its own file and module, which ${place} shows (H87)`]);
}

/** Parts with functions, where what the module calls asks frames for their files. */
function framesNamed(view: View, { before, parts }: SplitShape): Told[] {
  const place = frameFileAsker(view, before.path) ?? approver(view, before.path);
  if (place === null) return [];
  return parts
    .filter(({ path, statements }) => path !== before.path && statements.some(({ text }) => /\bdef\b/.test(text)))
    .map(({ path }) => [path, `its frames name its own file, which ${place} shows`]);
}

/** A library that names what it compares with after the file of the code that asks. */
function approver(view: View, path: string): string | null {
  const found = /^\s*(?:from|import)\s+(approvaltests)\b/m.exec(view.text(path));
  return found && `${found[1]}, whose files are named after it,`;
}

/** Parts with functions or classes, where Sphinx links each object to its source: it looks in the file of the module that the page is about. */
function linked(view: View, { before, parts }: SplitShape): Told[] {
  const asking = view.files.find(
    ({ path, state }) =>
      state === 'text' &&
      /(^|\/)conf\.py$/.test(path) &&
      /\bsphinx\.ext\.(?:viewcode|linkcode)\b/.test(view.text(path)),
  );
  if (asking === undefined) return [];
  return parts
    .filter(
      ({ path, statements }) =>
        path !== before.path && statements.some(({ text }) => /^(?:@|class |(?:async )?def )/.test(text)),
    )
    .map(({ path }) => [
      path,
      `Sphinx, as ${asking.path} has it, links to the source of its objects in the file of the module`,
    ]);
}

/** Parts with assignments that comments document, where Sphinx is told to look for such comments: it reads the file of the module that it is asked for. */
function documented(view: View, { before, parts }: SplitShape): Told[] {
  const asking = view.files.find(
    ({ path, state }) =>
      state === 'text' && /(^|\/)conf\.py$/.test(path) && view.text(path).includes('sphinx.ext.autodoc'),
  );
  const text = view.text(before.path);
  return parts.flatMap(({ path, statements }): Told[] => {
    const name =
      path === before.path
        ? undefined
        : statements.flatMap(({ binds }) => binds).find((one) => isDocumented(text, one));
    return name === undefined || asking === undefined
      ? []
      : [[path, `Sphinx, as ${asking.path} has it, reads what documents ${name} from the file of the module`]];
  });
}

/** `#: text` above or behind an assignment, or a string below it. */
const isDocumented = (text: string, name: string): boolean =>
  new RegExp(
    `^#:[^\\n]*\\n(?:#[^\\n]*\\n)*${name}\\s*[:=]|^${name}\\s*[:=][^\\n]*#:|^${name}\\s*(?::[^=\\n]+)?=[^\\n]*\\n(?:r?"""|r?''')`,
    'm',
  ).test(text);

/** New files in a folder that code of another one lists, to load what it finds. */
const mayBeLoaded = (view: View, { parts }: SplitShape): Told[] =>
  parts
    .filter(({ path }) => view.file(path) === undefined)
    .flatMap(({ path }): Told[] => {
      const loader = folderLoaderOf(view, path);
      return loader && !loader.certain
        ? [[path, `${loader.place} lists files and may load this one, which is not compared (N2)`]]
        : [];
    });

/** Parts that warn, where another file looks into what a module remembers of its warnings: a part remembers its own. */
function ownRegistry(view: View, { parts, before }: SplitShape): Told[] {
  const warning = parts.filter(({ statements }) =>
    statements.some(({ text }) => /\bwarn(?:_explicit)?\s*\(/.test(text)),
  );
  if (warning.length === 0) return [];
  const asking = view.files.find(
    ({ path, state, grammar }) =>
      state === 'text' &&
      grammar === 'python' &&
      path !== before.path &&
      view.text(path).includes('__warningregistry__'),
  );
  const counting = view.files.find(
    ({ path, state, bytes }) => state === 'text' && bytes < 1_000_000 && ONCE_A_MODULE.test(view.text(path)),
  );
  const why =
    asking === undefined
      ? `it remembers its warnings itself, and ${counting?.path} has each shown once a module`
      : `it remembers its warnings itself, and ${asking.path} looks for them in the module`;
  return asking === undefined && counting === undefined ? [] : warning.map(({ path }) => [path, why]);
}

/** `-W module`, `PYTHONWARNINGS=module`, filters of that name: what a module has warned of once is not shown again. */
const ONCE_A_MODULE =
  /\b(?:simplefilter|filterwarnings)\s*\(\s*(?:action\s*=\s*)?["']module["']|(?:^|\s)-W[\s"']*module\b|\bPYTHONWARNINGS\s*[=:]\s*["']?module\b|^\s*["']?module(?:::|:\w)/m;

/** Parts with classes that are called what the module was, where the workspace asks for source text. */
function soughtSource(view: View, { before, parts }: SplitShape): Told[] {
  const named = parts.filter(
    ({ statements }) =>
      statements.some(({ text }) => /^(?:class |@)/.test(text)) &&
      statements.some(({ text }) => identityOf(text)?.name === calledAs(before)),
  );
  const [place] = named.length === 0 ? [] : runTimePlaces(view).sources;
  return place === undefined
    ? []
    : named.map(({ path }) => [path, `the source of its classes is looked for in the module, as ${place} does (H88)`]);
}
