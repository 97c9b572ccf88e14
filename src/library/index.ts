/** The library: what the command line does, for programs. Everything here is covered by the promise in docs/compatibility.md. */

export { type Analyzer, defineAnalyzer } from '../../analyzers/define-analyzer.ts';
export { ANALYZERS, RULES } from '../../analyzers/index.ts';
export { type Codemod, type CodemodResult, defineCodemod } from '../../codemods/define-codemod.ts';
export {
  type CodemodFile,
  defineFileCodemod,
  type FileCodemod,
  type Import,
} from '../../codemods/define-file-codemod.ts';
export { CODEMODS } from '../../codemods/index.ts';
export type { Config } from '../config/config.ts';
export type { CaseFile, CaseResult } from '../core/case-result.ts';
export type { ChangeSet } from '../core/change-set.ts';
export { RefactorError } from '../core/errors.ts';
export type { Evidence, Proof, Rung } from '../core/evidence.ts';
export type { Finding, Rule } from '../core/finding.ts';
export type { Plan } from '../core/plan.ts';
export { renderChangeSet } from '../core/render-change-set.ts';
export type { Unit } from '../core/unit.ts';
export { loadConfig } from '../engine/load-config.ts';
export { type PlanFileOptions, planFile } from '../engine/plan/plan-file.ts';
export type { VerifyResult } from '../engine/verify/verify-sides.ts';
export type { View } from '../workspace/view.ts';
export { openWorkspace, type Workspace, type WorkspaceOptions } from './open-workspace.ts';
export { type ProveOptions, prove } from './prove.ts';
export { testCodemods } from './test-codemods.ts';
