import { join } from 'node:path';
import { expect } from 'vitest';
import type { z } from 'zod';
import { SCHEMAS } from '../../src/report/schemas.ts';
import { readTree } from './disk-tree.ts';
import { readFolder } from './read-folder.ts';
import { type OmniRun, runOmni } from './run-omni.ts';
import { PROJECT_ROOT } from './run-tool.ts';
import { tempRepository } from './temp-repository.ts';
import { writeFiles } from './temp-workspace.ts';

type Kind = keyof typeof SCHEMAS;

export interface Journey {
  readonly root: string;
  /** In the workspace's repository. */
  git(...args: string[]): string;
  write(files: Readonly<Record<string, string>>): void;
  /** Everything in the work tree, with modes. */
  tree(): Record<string, string>;
  /** A command line, cut at blanks; where an argument holds blanks, an array. */
  omni(line: string | readonly string[], env?: Readonly<Record<string, string>>): Promise<OmniRun>;
  /** The same with `--json`: what it prints must be as the schema says. */
  json<K extends Kind>(kind: K, line: string | readonly string[]): Promise<z.infer<(typeof SCHEMAS)[K]>>;
}

/** A small workspace for one test, committed: `rust` is a crate with a test, `python` a package with a test. */
export function journey(language: 'rust' | 'python', extra: Readonly<Record<string, string>> = {}): Journey {
  const repository = tempRepository();
  const { root } = repository;
  repository.commit({ ...readFolder(join(PROJECT_ROOT, 'test/fixtures/journeys', language)), ...extra });
  const omni: Journey['omni'] = (line, env) => runOmni(root, typeof line === 'string' ? line.split(' ') : line, env);
  return {
    root,
    git: repository.git,
    write: (files) => writeFiles(root, files),
    tree: () => readTree(root),
    omni,
    json: async (kind, line) => {
      const { stdout, stderr } = await omni([...(typeof line === 'string' ? line.split(' ') : line), '--json']);
      expect(stdout, stderr).not.toBe('');
      return SCHEMAS[kind].parse(JSON.parse(stdout)) as never;
    },
  };
}
