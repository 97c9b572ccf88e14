import type { OwnersConfig } from './config.ts';
import { DEFAULT_CONFIG } from './default-config.ts';
import type { OwnersInput } from './schema.ts';

/** The `[owners]` table. */
export function readOwners({ paths, history, months, mail }: OwnersInput): OwnersConfig {
  const { owners } = DEFAULT_CONFIG;
  return {
    paths: Object.entries(paths ?? {}).map(([pattern, owner]) => ({ pattern, owner })),
    history: history ?? owners.history,
    months: months ?? owners.months,
    hasMail: mail === undefined ? owners.hasMail : mail === 'show',
  };
}
