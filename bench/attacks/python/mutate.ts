import type { Mutant, ProvenSplit } from '../contract.ts';
import type { Random } from '../random.ts';

export const mutate = (_split: ProvenSplit, _random: Random): readonly Mutant[] => [];
