import type { View } from '../../src/workspace/view.ts';
import { type CheckResult, defineCheck, NOTHING_CHECKED } from '../gate/check.ts';
import { judgeConstant } from './judge-constant.ts';
import { judgeContract } from './judge-contract.ts';
import { BREAKING, CONFIG, CONSTANT, CONTRACT_RULES, LOST } from './rules.ts';

/** What one language writes is what the other reads. */
export const contracts = defineCheck({
  id: 'contracts',
  title: 'Both sides of a payload agree on it',
  waitsFor: '[[contract]] tables in omni-refactor.toml: omni-refactor contracts suggest',
  rules: CONTRACT_RULES,
  run,
});

function run(view: View): CheckResult {
  const { contracts: declared, sharedConstants, path } = view.config;
  if (declared.length + sharedConstants.length === 0) return NOTHING_CHECKED;
  const config = path ?? 'omni-refactor.toml';
  const judged = declared.map((contract) => judgeContract(view, contract, config));
  const constants = sharedConstants.map((shared) => judgeConstant(view, shared, config));
  const pairs = judged.reduce((sum, { details }) => sum + details.length, 0);
  return {
    findings: [...judged, ...constants].flatMap(({ findings }) => findings),
    checked: {
      [BREAKING.id]: pairs,
      [LOST.id]: pairs,
      [CONSTANT.id]: constants.length,
      [CONFIG.id]: declared.length + constants.length,
    },
    unknown: judged.flatMap(({ unknown }) => unknown),
    details: [...judged.flatMap(({ details }) => details), ...constants.map(({ detail }) => detail)],
  };
}
