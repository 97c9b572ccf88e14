import { dirname, join, normalize } from 'node:path/posix';
import {
  commandsOf,
  linesOf,
  type ScriptLine,
  type Scripts,
  scriptsOf,
} from '../../../../workspace/javascript/script-commands.ts';
import type { View } from '../../../../workspace/view.ts';
import { foldersUp } from '../find-tool.ts';
import { configuredRunner } from './configured-runner.ts';
import { runnerOf, type TestRunner } from './runner-of.ts';
import { type LinePlace, stepOf, type TestStep } from './step-of.ts';

/** The tests of a project. */
export interface ProjectTests {
  readonly runners: readonly TestRunner[];
  /** Why what the project's script starts is not run, or not all of it; null if it is. */
  readonly obstacle: string | null;
}

/** Scripts that are looked into, the first that starts a runner counts. */
const TEST_SCRIPTS = [
  'test',
  'test:unit',
  'unit',
  'tests',
  'test:run',
  'test:node',
  'jest',
  'vitest',
  'mocha',
  'jasmine',
];

/** Runners, and programs that start one in a way of their own, whose reports are not read. */
const UNREAD =
  /^(tap|tape|uvu|lab|qunit|karma|playwright|cypress|wtr|web-test-runner|testcafe|nightwatch|wdio|poku|zora|pta|brittle|borp|deno|react-scripts|craco|vue-cli-service|ng|aegir|tsdx|intern|vows)$/;

const NONE = 'no script starts vitest, jest, mocha, ava, jasmine, node --test or bun test';

/** The runners that the nearest `scripts.test` above a file starts; where none does, what is configured or depended on. */
export function findTests(view: View, path: string): ProjectTests {
  const folders = foldersUp(dirname(path)).filter(
    (folder) => view.file(join(folder, 'package.json'))?.state === 'text',
  );
  const unread: string[] = [];
  for (const folder of folders) {
    const manifest = join(folder, 'package.json');
    const scripts = scriptsOf(view.text(manifest));
    for (const script of TEST_SCRIPTS) {
      const found = walkScript({ view, scripts, manifest }, script);
      if (found.runners.length > 0) return found;
      if (found.obstacle !== null) unread.push(found.obstacle);
    }
  }
  if (unread.length > 0) return { runners: [], obstacle: unread[0]! };
  const configured = folders.flatMap((folder) => configuredRunner(view, folder) ?? []).slice(0, 1);
  return { runners: configured, obstacle: configured.length > 0 ? null : NONE };
}

interface Walk {
  readonly view: View;
  readonly scripts: Scripts;
  readonly manifest: string;
}

/** What stands in a script, as far as its last runner. */
function walkScript(walk: Walk, script: string): ProjectTests {
  const runners: TestRunner[] = [];
  const obstacles: string[] = [];
  let ahead: TestStep[] = [];
  // What stands behind the last runner is no obstacle to it.
  let waiting: string[] = [];
  for (const part of partsOf(walk, script)) {
    if (typeof part === 'string') waiting.push(part);
    else if ('kind' in part) {
      obstacles.push(...waiting);
      runners.push({ ...part, steps: ahead });
      ahead = [];
      waiting = [];
    } else ahead.push(part);
  }
  const unread = waiting.find((one) => one.endsWith(REPORT));
  return { runners, obstacle: obstacles[0] ?? unread ?? null };
}

const REPORT = 'whose report is not read';

type Part = TestRunner | TestStep | string;

/** What the line that starts a script hands on to it. */
interface Handed {
  readonly env: Readonly<Record<string, string>>;
  /** Arguments of its last command. */
  readonly extra: readonly string[];
  /** Scripts that are being followed. */
  readonly seen: readonly string[];
}

const NOTHING: Handed = { env: {}, extra: [], seen: [] };

/** Runners and steps of a script in the order in which they run; a string says what is in the way of those behind it. */
function partsOf(walk: Walk, script: string, handed: Handed = NOTHING): Part[] {
  if (handed.seen.includes(script)) return [];
  const from = `scripts.${script} of ${walk.manifest}`;
  const home = dirname(walk.manifest) === '.' ? '' : dirname(walk.manifest);
  const parts: Part[] = [];
  let folder = home;
  for (const line of linesHanded(walk.scripts, script, handed)) {
    const [program, target = ''] = line.words;
    if (!/^(&&|;|\n)?$/.test(line.joint)) parts.push(`${from} joins ${program} by ${line.joint}, which takes a shell`);
    if (program === 'cd') {
      folder = normalize(join(folder, target)).replace(/^\.$|\/$/, '');
      if (!/^[\w./@-]+$/.test(target) || /^(\.\.|\/)/.test(folder)) parts.push(`${from} changes to ${target}`);
    } else if (folder !== home && line.starts.length > 0) parts.push(`${from} starts ${line.starts[0]} in ${folder}`);
    else parts.push(...partsOfLine(walk, line, { folder, from }, [...handed.seen, script]));
  }
  return parts;
}

/** The lines of a script, behind the one that npm, yarn and bun run ahead of them, with what it was started with. */
function linesHanded(scripts: Scripts, script: string, { env, extra }: Handed): ScriptLine[] {
  const lines = linesOf(scripts, script).map((line) => ({ ...line, env: { ...env, ...line.env } }));
  const last = lines.pop();
  if (last === undefined) return [];
  const whole = { ...last, words: [...last.words, ...extra], extra: [...last.extra, ...extra] };
  const hook = `pre${script}`;
  const words = ['npm', 'run', hook];
  const ahead = scripts.has(hook) ? [{ script, joint: '', env, words, starts: [hook], extra: [] }] : [];
  return [...ahead, ...lines, whole];
}

function partsOfLine(walk: Walk, line: ScriptLine, place: LinePlace, seen: readonly string[]): Part[] {
  const { view, scripts } = walk;
  const runner = runnerOf(view, line, place.folder, place.from);
  if (runner) return [runner];
  const [program = ''] = line.words;
  if (isUnread(line)) return [`${place.from} starts ${program}, ${REPORT}`];
  if (!line.starts.some((one) => startsTests(walk, one)))
    return [stepOf(scripts, line, place)].filter((step) => step !== null);
  const last = line.starts.length - 1;
  return line.starts.flatMap((one, i) =>
    partsOf(walk, one, { env: line.env, extra: i === last ? line.extra : [], seen }),
  );
}

/** `node test.js` among them: outcomes without names. */
const isUnread = ({ words: [program = '', ...rest] }: Pick<ScriptLine, 'words'>): boolean =>
  UNREAD.test(program) ||
  (/^(node|tsx|ts-node)$/.test(program) &&
    /(^|[/.-])tests?([./]|$)/.test(rest.find((word) => !word.startsWith('-')) ?? ''));

const startsTests = ({ view, scripts }: Walk, script: string): boolean =>
  commandsOf(scripts, script).some((command) => isUnread(command) || runnerOf(view, command, '', '') !== null);
