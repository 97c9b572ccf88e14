import type { PlanOptions } from '../../analyzers/modules/plan-modules.ts';
import type { Codemod } from '../../codemods/define-codemod.ts';
import type { JoinOptions } from '../../codemods/join-options.ts';
import type { SplitOptions } from '../../codemods/split-options.ts';
import type { HazardId } from '../core/hazards/index.ts';
import type { PlanningLanguage } from '../core/language.ts';
import type { Plan } from '../core/plan.ts';
import type { LanguageId, Outline, Unit } from '../core/unit.ts';
import type { FactResult } from '../languages/fact.ts';
import type { Host } from '../languages/rust/platform-options.ts';
import type { Syntax } from '../languages/syntax.ts';
import type { FileEntry, View } from '../workspace/view.ts';
import type { LanguageTraits } from './language-traits.ts';
import type { Prover } from './prove/prover.ts';
import type { Toolchain } from './toolchains/toolchain.ts';

/** All that the engine needs of a language. `languages.ts` lists every one; `language-of.ts` finds the one of a file. */
export interface Language extends LanguageTraits {
  readonly id: LanguageId;
  /** As messages call it. */
  readonly title: string;
  /** Whether a file is in this language. */
  readonly reads: (file: FileEntry) => boolean;
  readonly outline: (view: View, path: string) => FactResult<Outline>;
  /** The first place of a file that is not understood, and the hazard that it is refused by; null if there is none. */
  readonly firstError: (view: View, path: string) => BrokenPlace | null;
  readonly planning: PlanningLanguage;
  /** A plan that the codemod does not refuse, where there is one. */
  readonly plan: (view: View, outline: Outline, request: PlanRequest) => Plan;
  /** Words for `--layout`; none where there is no choice. */
  readonly layouts: readonly string[];
  /** Why a plan's parts lie where it says; null where there is no choice. */
  readonly layoutReason: (view: View, plan: Plan) => string | null;
  /**
   * Names that a member of a class reads, writes or calls on its own object; null for what is not a method, and for a constructor. Null for the
   * language where methods can leave their type: there is nothing to advise on then.
   */
  readonly ownNames: ((syntax: Syntax, member: Unit) => readonly string[] | null) | null;
  readonly split: Codemod<SplitOptions>;
  /** The reverse of it; null where files are never joined. */
  readonly join: Joining | null;
  /** Loaded when something is proven: a plan needs none. */
  readonly prover: () => Promise<Prover>;
  /** Loaded when something is asked about the machine. */
  readonly toolchain: () => Promise<Toolchain>;
}

/** How parts go back to their file. */
export interface Joining {
  readonly codemod: Codemod<JoinOptions>;
  /** Files that are parts of this one alone, as a split makes them; sorted. */
  readonly partsIn: (view: View, path: string) => readonly string[];
  /** Declared functions are there before the first statement of their file runs. */
  readonly hoistsFunctions: boolean;
}

export interface BrokenPlace {
  readonly hazard: HazardId;
  /** Offsets in the file's text. */
  readonly start: number;
  readonly end: number;
}

/** What a plan is asked for: the options of `planModules` that hold for every language, and what only some of them look at. */
export interface PlanRequest extends Pick<PlanOptions, 'path' | 'limit' | 'groups' | 'previous' | 'layout' | 'stay'> {
  readonly taken: readonly string[];
  readonly breakCycles: boolean;
  /** The machine that will prove the plan; absent: this one. */
  readonly host?: Host;
}
