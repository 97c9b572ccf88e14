import { RefactorError } from '../../core/errors.ts';
import { hashOf } from '../../core/hash.ts';

/** A plan that this server has made. */
export interface KeptPlan {
  readonly id: string;
  /** SHA-256 of `text`. */
  readonly hash: string;
  /** As `plan --json` printed it: with the hash of the file that it is for. */
  readonly text: string;
  readonly root: string;
}

export interface Plans {
  readonly keep: (root: string, text: string) => KeptPlan;
  /** Throws RefactorError `unknown-plan`, `plan-hash-differs`. */
  readonly find: (root: string, id: string, hash: string) => KeptPlan;
}

const MOST_PLANS = 64;

/** The plans that were made last. The same plan has the same id and hash, whenever it is made. */
export function keepPlans(): Plans {
  const kept = new Map<string, KeptPlan>();
  return {
    keep: (root, text) => {
      const hash = hashOf(text);
      const plan = { id: `plan-${hashOf(`${root}\n${hash}`).slice(0, 12)}`, hash, text, root };
      kept.delete(plan.id);
      kept.set(plan.id, plan);
      if (kept.size > MOST_PLANS) kept.delete([...kept.keys()][0]!);
      return plan;
    },
    find: (root, id, hash) => {
      const plan = kept.get(id);
      if (plan === undefined || plan.root !== root) throw unknownPlan(id);
      if (plan.hash === hash) return plan;
      throw new RefactorError({
        code: 'plan-hash-differs',
        what: `The hash is not that of ${id}`,
        why: 'what would be applied is not the plan that was shown',
        whatToDo: 'Call `plan` again, and give the id and the hash of that answer.',
      });
    },
  };
}

const unknownPlan = (id: string): RefactorError =>
  new RefactorError({
    code: 'unknown-plan',
    what: `There is no plan ${id}`,
    why: `this server has not made it for this workspace, or has made ${MOST_PLANS} others since`,
    whatToDo: 'Call `plan` again: a plan for an unchanged file gets the same id and hash.',
  });
