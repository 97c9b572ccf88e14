import { contracts } from '../../../analyzers/contracts/index.ts';
import { parseConfig } from '../../../src/config/parse-config.ts';
import { readManifests } from '../../../src/workspace/read-manifests.ts';
import type { View } from '../../../src/workspace/view.ts';
import { memoryView } from '../../helpers/memory-view.ts';

export const CONTRACT = '[[contract]]\nid = "job"\nrust = "core::Job"\ntypescript = "web/job.ts#Job"\n';
const RUST =
  'use serde::{Deserialize, Serialize};\nuse std::collections::HashMap;\n#[derive(Serialize, Deserialize)]\n';

export const viewOf = (
  rust: string,
  script: string,
  config: string,
  more: Readonly<Record<string, string>> = {},
): View =>
  memoryView(
    {
      'Cargo.toml': '[package]\nname = "core"\nversion = "0.1.0"\nedition = "2021"\n',
      'src/lib.rs': RUST + rust,
      'web/job.ts': script,
      'omni-refactor.toml': config,
      ...more,
    },
    { readManifests, config: parseConfig(config, 'omni-refactor.toml') },
  );

/** `rust->typescript compatible`, or with the place and the payload of what is not. */
export const told = (rust: string, script: string, more: Readonly<Record<string, string>> = {}, extra = ''): string[] =>
  contracts
    .run(viewOf(rust, script, `${CONTRACT}direction = "both"\n${extra}`, more))
    .details.map(({ name, values }) =>
      [
        name.slice(4),
        values?.verdict,
        values?.where,
        values?.example ?? (values?.verdict === 'unknown' ? values?.why : null),
      ]
        .filter((part) => part)
        .join(' '),
    );

export const BOTH = ['rust->typescript compatible', 'typescript->rust compatible'];
