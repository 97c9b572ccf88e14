import { pythonBridge } from '../../analyzers/bridge/python/python-bridge-fact.ts';
import { rustBridge } from '../../analyzers/bridge/rust/rust-bridge-fact.ts';
import { rustTypes } from '../../analyzers/contracts/rust/rust-types-fact.ts';
import { javascriptRegistrations } from '../../analyzers/ownership/javascript/javascript-registrations-fact.ts';
import { pythonRegistrations } from '../../analyzers/ownership/python/python-registrations-fact.ts';
import { rustRegistrations } from '../../analyzers/ownership/rust/rust-registrations-fact.ts';
import { rustComposition } from '../languages/rust/composition-fact.ts';

/** What is read of each file for `ownership`: facts of all languages that register handlers, and of the map that they stand on. */
export const OWNERSHIP_FACTS = [
  rustComposition,
  rustBridge,
  pythonBridge,
  rustTypes,
  rustRegistrations,
  pythonRegistrations,
  javascriptRegistrations,
] as const;
