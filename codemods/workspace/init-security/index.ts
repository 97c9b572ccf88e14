import { z } from 'zod';
import { readPolicy, SIDECAR } from '../../../analyzers/dependency-policy/read-policy.ts';
import { cargoRoots } from '../../../analyzers/quality-gates/lane-commands.ts';
import { EMPTY_CHANGE_SET } from '../../../src/core/change-set.ts';
import { defineCodemod } from '../../define-codemod.ts';
import { scaffold } from '../scaffold.ts';
import { denyFile } from './deny-file.ts';
import { exceptionsFile } from './exceptions-file.ts';
import { securityFile } from './security-file.ts';

/** Begins the policy of dependencies: what cargo-deny refuses, how a hole is reported, and who answers for what is ignored until when. */
export const initSecurity = defineCodemod<Record<string, never>>({
  id: 'workspace/init-security',
  languages: ['rust', 'python'],
  title: 'Write deny.toml, SECURITY.md and the list of exceptions',
  examples: [],
  options: z.strictObject({}),
  run(view) {
    const policy = readPolicy(view);
    const files = [
      ...(cargoRoots(view).length === 0
        ? []
        : [{ path: 'deny.toml', text: denyFile(view, policy), unless: ['.deny.toml', '.cargo/deny.toml'] }]),
      {
        path: 'SECURITY.md',
        text: securityFile(view),
        unless: ['.github/SECURITY.md', 'docs/SECURITY.md', 'SECURITY.rst', 'SECURITY.txt', 'SECURITY'],
      },
      { path: SIDECAR, text: exceptionsFile(policy) },
    ];
    const { create, notes } = scaffold(view, files);
    return { status: 'changed', changeSet: { ...EMPTY_CHANGE_SET, create }, notes };
  },
});
