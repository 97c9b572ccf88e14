import type { OwnershipConfig } from '../../src/config/config.ts';
import type { Registered } from './registered.ts';

/** Tells what is of a responsibility: `tool:search_*`, `route:GET /jobs*`, `handler:*`. */
export function evidenceOf({
  evidence,
}: Pick<OwnershipConfig['responsibilities'][number], 'evidence'>): (registration: Registered) => boolean {
  const patterns = evidence.map((text) => {
    const [kind = '', ...rest] = text.split(':');
    return { kind, name: new RegExp(`^${rest.join(':').replace(/[.*+?^${}()|[\]\\]/g, quoted)}$`) };
  });
  return (registration) =>
    patterns.some(({ kind, name }) => kind === registration.kind && name.test(registration.name));
}

const quoted = (sign: string): string => (sign === '*' ? '.*' : `\\${sign}`);
