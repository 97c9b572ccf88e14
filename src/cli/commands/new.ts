import { relative, resolve, sep } from 'node:path';
import { Argument, type Command, InvalidArgumentError } from 'commander';
import { analyzerFiles } from '../../../codemods/workspace/new-analyzer/analyzer-files.ts';
import {
  CODEMOD_KINDS,
  type CodemodKind,
  codemodFiles,
} from '../../../codemods/workspace/new-codemod/codemod-files.ts';
import { SCAFFOLD_LANGUAGES, type ScaffoldLanguage } from '../../../codemods/workspace/new-codemod/examples.ts';
import { type Scaffold, scaffold } from '../../../codemods/workspace/scaffold.ts';
import { EMPTY_CHANGE_SET } from '../../core/change-set.ts';
import { EXIT, type ExitCode, RefactorError } from '../../core/errors.ts';
import type { Lock } from '../../engine/state/with-lock.ts';
import { changeJson } from '../../report/change/json.ts';
import { sanitize } from '../../report/sanitize.ts';
import type { View } from '../../workspace/view.ts';
import type { Io } from '../io.ts';
import { addCommonOptions, type CommonOptions, oneOf } from '../options.ts';
import type { Run } from '../run.ts';
import { writeChange } from '../run-change.ts';
import { writing } from '../with-state.ts';
import { withView } from '../with-view.ts';

const WHAT = ['codemod', 'analyzer'] as const;

interface NewOptions extends CommonOptions {
  readonly kind: CodemodKind;
  readonly language: ScaffoldLanguage;
  readonly in?: string;
  readonly dryRun?: boolean;
}

export function addNew(program: Command, io: Io, run: Run): void {
  addCommonOptions(
    program
      .command('new')
      .addArgument(new Argument('<what>', 'what to begin').choices(WHAT))
      .argument('<name>', 'its name, in kebab-case', kebabCase)
      .description('begin a codemod or an analyzer of your own: code that works, cases and a test')
      .option('--kind <kind>', `of a codemod: ${CODEMOD_KINDS.join(', ')}`, oneOf(CODEMOD_KINDS), 'file')
      .option('--language <name>', SCAFFOLD_LANGUAGES.join(', '), oneOf(SCAFFOLD_LANGUAGES), 'typescript')
      .option('--in <folder>', 'where its folder is made (default: codemods or analyzers, here)')
      .option('--dry-run', 'show what would be written, and write nothing')
      .addHelpText('after', EXAMPLES),
  ).action((what: (typeof WHAT)[number], name: string, options: NewOptions) =>
    run(() =>
      writing(io, options, (lock) =>
        withView(io, options, { facts: [], history: false }, (view, root) =>
          begin(io, options, { view, root, lock }, filesFor(what, name, options, folderOf(io, root, what, options))),
        ),
      ),
    ),
  );
}

function kebabCase(text: string): string {
  if (/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(text)) return text;
  throw new InvalidArgumentError('It must be words of small letters, such as rename-prop.');
}

/** From the workspace's root. Throws RefactorError `path-outside`. */
function folderOf(io: Io, root: string, what: (typeof WHAT)[number], { in: typed }: NewOptions): string {
  const inside = relative(root, resolve(io.cwd, typed ?? `${what}s`))
    .split(sep)
    .join('/');
  if (inside !== '..' && !inside.startsWith('../')) return inside === '' ? '.' : inside;
  throw new RefactorError({
    code: 'path-outside',
    what: `${typed} is outside the workspace`,
    why: 'only files below its root are read or changed',
    whatToDo: 'Run the command in the repository that contains it, or name that with --root.',
  });
}

function filesFor(
  what: (typeof WHAT)[number],
  name: string,
  { kind, language }: NewOptions,
  folder: string,
): Scaffold[] {
  if (what === 'analyzer') return analyzerFiles(name, folder);
  if (kind !== 'jscodeshift' || language === SCAFFOLD_LANGUAGES[2])
    return codemodFiles({ name, folder, kind, language });
  throw new RefactorError({
    code: 'usage',
    what: `jscodeshift cannot read ${language}`,
    why: 'its transforms are for JavaScript and TypeScript',
    whatToDo: `Leave --kind out, or take --kind rule: both read ${language}.`,
  });
}

interface Place {
  readonly view: View;
  readonly root: string;
  readonly lock: Lock | null;
}

async function begin(
  io: Io,
  { json }: NewOptions,
  { view, lock }: Place,
  files: readonly Scaffold[],
): Promise<ExitCode> {
  const taken = files.find(({ path }) => view.stands(path) !== null);
  if (taken !== undefined)
    throw new RefactorError({
      code: 'name-taken',
      what: `${taken.path} is there already`,
      why: 'nothing that stands is overwritten',
      whatToDo: 'Choose another name, or another folder with --in.',
    });
  const { create } = scaffold(view, files);
  const receipt = lock && (await writeChange(io, lock, 'new', { ...EMPTY_CHANGE_SET, create }));
  const paths = create.map(({ path }) => path);
  io.stdout.write(json ? changeJson(receipt?.id ?? null, paths) : shown(paths, receipt?.id ?? null));
  return EXIT.fine;
}

function shown(paths: readonly string[], receipt: string | null): string {
  const head = receipt === null ? 'Would write:' : `Wrote (${receipt}):`;
  const folder = paths[0]!.split('/').slice(0, -1).join('/');
  const isAnalyzer = paths.some((path) => path.endsWith('/main.mjs'));
  const next = isAnalyzer ? `node ${folder}/main.mjs` : `omni-refactor test ${folder}`;
  return [head, ...paths.map((path) => `  ${sanitize(path)}`), `Then: ${sanitize(next)}`, ''].join('\n');
}

const EXAMPLES = `
A codemod of the kind \`file\` is TypeScript over one tree (docs/codemods.md), \`rule\` is YAML as ast-grep reads it, \`jscodeshift\` a transform.
An analyzer is a program over the library: \`check\` executes no code of a repository. Code needs \`omni-refactor\` installed in the project.

Examples:
  $ omni-refactor new codemod no-unwrap --language rust
  $ omni-refactor new codemod rename-prop --kind jscodeshift
  $ omni-refactor new codemod no-print --kind rule --language python --dry-run
  $ omni-refactor new analyzer long-lines && node analyzers/long-lines/main.mjs`;
