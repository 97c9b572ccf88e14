import { hazard } from '../hazard.ts';

export const R93 = hazard({
  id: 'R93',
  language: 'rust',
  what: 'A macro, derive or attribute of another crate may count or remember what it expands: its calls keep their order.',
  foundBy: 'proof',
  verdict: 'accepted',
  remedy:
    'The planner keeps a few such units of one crate in the facade. S fails where such calls change their order, but for crates that are known to keep nothing (serde, clap, tracing and others) and for those of the workspace that hold no state; where the macro makes the same of each place in any order: `--accept R93`.',
  naive: 'other numbers',
  heldBy: '`expansion-order.txt` of the static sabotages',
});
