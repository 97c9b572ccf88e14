/** The library: what the command line does, for programs. Everything here is covered by the promise in docs/compatibility.md. */

export { type Analyzer, defineAnalyzer } from '../../analyzers/define-analyzer.ts';
export { ANALYZERS, RULES } from '../../analyzers/index.ts';
export { type Codemod, type CodemodResult, defineCodemod } from '../../codemods/define-codemod.ts';
export { CODEMODS } from '../../codemods/index.ts';
export type { Config } from '../config/config.ts';
export type { ChangeSet } from '../core/change-set.ts';
export { RefactorError } from '../core/errors.ts';
export type { Evidence, Proof, Rung } from '../core/evidence.ts';
export type { Finding } from '../core/finding.ts';
export type { Plan } from '../core/plan.ts';
export { renderChangeSet } from '../core/render-change-set.ts';
export type { Unit } from '../core/unit.ts';
export { loadConfig } from '../engine/load-config.ts';
export { type PlanFileOptions, planFile } from '../engine/plan/plan-file.ts';
export type { CodemodFile, FileCodemod } from '../engine/run/native/file-codemod.ts';
export { defineFileCodemod } from '../engine/run/native/file-codemod.ts';
export type { Import } from '../engine/run/native/imports/import.ts';
export type { VerifyResult } from '../engine/verify/verify-sides.ts';
export type { View } from '../workspace/view.ts';
export { openWorkspace, type Workspace, type WorkspaceOptions } from './open-workspace.ts';
export { type ProveOptions, prove } from './prove.ts';
