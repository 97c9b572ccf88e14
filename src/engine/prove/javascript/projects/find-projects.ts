import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { dirname } from 'node:path/posix';
import type { View } from '../../../../workspace/view.ts';
import { findTool, foldersUp, type NodeTool } from '../find-tool.ts';
import { COMPILERS, type CompilerCall, type CompilerName, compilerCalls } from './compiler-calls.ts';
import { configAt, extendedBy, looksShared, type ProjectConfig, readProject } from './read-project.ts';

/** One way in which the project compiles files: a configuration, the flags of the script that names it, and the program. */
export interface Project {
  readonly config: ProjectConfig;
  readonly flags: readonly string[];
  readonly program: NodeTool;
}

export interface FoundProjects {
  /** Those that may compile the file, the nearest first, none twice. */
  readonly projects: readonly Project[];
  /** Configurations that cannot be read, and why. */
  readonly unread: readonly { readonly config: string; readonly why: string }[];
}

/**
 * All projects that may compile a file: the configurations in its folder and above, those of its package, those that scripts name, and what
 * these refer to. One that others extend is no project, unless it is called tsconfig.json, or a script or a reference names it.
 */
export function findProjects(root: string, view: View, path: string): FoundProjects {
  const folders = foldersUp(dirname(path));
  const calls = folders.flatMap((folder) => compilerCalls(view, folder));
  const standing = [...new Set([...folders, ...foldersOfPackage(view, folders)])].flatMap((folder) =>
    configsIn(root, folder),
  );
  const extended = new Set(standing.flatMap((config) => extendedBy(root, config)));
  const seeds = standing.filter(
    (config) => /(^|\/)[tj]sconfig\.json$/.test(config) || !(extended.has(config) || looksShared(config)),
  );
  const called = calls.flatMap((call) => withConfig(root, call) ?? []);
  const usual = preferred(calls);
  const unread: { config: string; why: string }[] = [];
  const projects = new Map<string, Project>();
  const waiting: Wanted[] = [
    ...seeds.map((config) => ({ config, flags: [], program: usual })),
    ...called.map(({ config, flags, program }) => ({ config, flags, program })),
  ];
  const read = new Map<string, ProjectConfig | string>();
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const { config, flags, program } = next;
    const known = read.get(config);
    const one = known ?? readProject(root, config);
    read.set(config, one);
    if (typeof one === 'string') {
      if (known === undefined) unread.push({ config, why: one });
      continue;
    }
    if (known === undefined) waiting.push(...one.references.map((to) => ({ config: to, flags: [], program })));
    const tool = compilerFor(root, path, program);
    const key = JSON.stringify([config, tool?.script, flags]);
    if (tool && !one.solution && !projects.has(key)) projects.set(key, { config: one, flags, program: tool });
  }
  return { projects: [...projects.values()], unread };
}

interface Wanted {
  readonly config: string;
  readonly flags: readonly string[];
  readonly program: CompilerName;
}

/** The compiler by that name, else TypeScript's own; null where the project has neither. */
export function compilerFor(root: string, path: string, name: CompilerName): NodeTool | null {
  const folder = dirname(path);
  return findTool(root, folder, COMPILERS[name], name) ?? findTool(root, folder, COMPILERS.tsc, 'tsc');
}

/** Configurations that no script names are for the compiler that the scripts use: vue-tsc where it reads what tsc cannot. */
const preferred = (calls: readonly CompilerCall[]): CompilerName =>
  calls.some(({ program }) => program === 'vue-tsc') ? 'vue-tsc' : (calls[0]?.program ?? 'tsc');

const withConfig = (root: string, call: CompilerCall): CompilerCall | null => {
  const config = configAt(root, join(root, call.config));
  return config === null ? null : { ...call, config };
};

/** Folders of the nearest package, two levels deep: tests and examples have a configuration of their own there, and import the sources. */
function foldersOfPackage(view: View, folders: readonly string[]): string[] {
  const home = folders.find((folder) => view.file(join(folder, 'package.json')));
  if (home === undefined) return [];
  const start = home === '' ? '' : `${home}/`;
  const found = view.files
    .filter(({ path }) => path.startsWith(start) && /(^|\/)[tj]sconfig(\.[\w.-]+)?\.json$/.test(path))
    .filter(({ path }) => path.slice(start.length).split('/').length <= DEEPEST + 1)
    .map(({ path }) => (path.includes('/') ? dirname(path) : ''));
  // A package below has projects of its own.
  return [...new Set(found)].filter((folder) => folder === home || !view.file(join(folder, 'package.json'))).sort();
}

const DEEPEST = 2;

/** `tsconfig.json`, then its variants. */
function configsIn(root: string, folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  const names = readdirSync(join(root, folder)).filter((name) => /^[tj]sconfig(\.[\w.-]+)?\.json$/.test(name));
  names.sort((a, b) => Number(b === 'tsconfig.json') - Number(a === 'tsconfig.json') || (a < b ? -1 : 1));
  return names.map((name) => (folder === '' ? name : `${folder}/${name}`));
}
