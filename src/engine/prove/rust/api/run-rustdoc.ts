import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { newMessages, type Said } from '../compare-messages.ts';
import { readMessages } from '../read-messages.ts';
import { type CargoPackage, firstLine } from '../read-packages.ts';
import { type Runner, runStaged } from '../run-cargo.ts';
import { docArguments, docFolder, docWrapper } from '../wrappers.ts';
import { type Api, readApi } from './read-api.ts';
import { formatProblem, type RustdocJson } from './rustdoc-json.ts';

/** The interface of one target, or why there is none. */
export type Documentation = ({ readonly api: Api } & Said) | { readonly why: string; readonly unknown: boolean };

export interface DocRequest {
  /** `lib`, `bin tool`, `example demo`. */
  readonly target: string;
  /** Feature flags of cargo. */
  readonly flags: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly fold: (path: string) => string;
  /** The same for what rustdoc prints. */
  readonly foldMessage: Said['fold'];
}

/** Has rustdoc describe one target. Programs and examples have no public interface: theirs is what stands in them. */
export async function runRustdoc(runner: Runner, member: CargoPackage, request: DocRequest): Promise<Documentation> {
  const privates = request.target !== 'lib';
  const out = [member.name, request.target, ...request.flags].join('-').replace(/[^\w]+/g, '-');
  const command = [
    ...['cargo', 'rustdoc', ...(privates ? `--${request.target}`.split(' ') : ['--lib']), ...request.flags],
    ...['--message-format=json', '--', ...docArguments(out), ...(privates ? ['--document-private-items'] : [])],
  ];
  const describe = ({ stdout, stderr }: { stdout: string; stderr: string }): string =>
    `${readMessages(stdout)
      .messages.map(({ message }) => message.rendered ?? message.message)
      .join('')}${stderr}`;
  const env = { ...request.env, RUSTDOC: docWrapper(runner.stage) };
  const result = await runStaged(runner, command, member.folder, { describe, env });
  const messages = readMessages(result.stdout).messages.filter(({ manifest }) =>
    manifest.startsWith(`${runner.stage.root}/`),
  );
  if (result.exitCode !== 0) {
    const error = messages.find(({ message }) => message.level.startsWith('error'));
    return { why: error ? error.message.message : firstLine(result.stderr), unknown: false };
  }
  const folder = docFolder(runner.stage, out);
  const [file] = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];
  if (file === undefined) return { why: 'rustdoc wrote no JSON', unknown: true };
  const json = JSON.parse(readFileSync(join(folder, file), 'utf8')) as RustdocJson;
  const problem = formatProblem(json.format_version);
  if (problem !== null) return { why: problem, unknown: true };
  return { api: readApi(json, { privates, fold: request.fold }), messages, fold: plainLinks(request.foldMessage) };
}

// `super::super::x` in a part is the link that was `super::x`.
const plainLinks =
  (fold: Said['fold']): Said['fold'] =>
  (text) =>
    fold(text).replace(/`(?:self::|super::)+/g, '`');

/** What rustdoc warns of after the change and did not before: links that lead nowhere, above all. */
export const newDocWarnings = (before: Said, after: Said): string[] => newMessages(before, after).map(({ key }) => key);
