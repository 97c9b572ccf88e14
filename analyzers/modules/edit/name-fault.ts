import type { ErrorCode } from '../../../src/core/error-codes.ts';
import type { Plan } from '../../../src/core/plan.ts';

export interface NameFault {
  readonly code: ErrorCode;
  readonly why: string;
}

/** File systems take 255 bytes; prefixes, extensions and the names of waiting files need some of them. */
const LONGEST_NAME = 150;

/** Why no plan can call a module so; null if one can. What a name means to a language is not asked here. */
export function nameFault({ codemod }: Pick<Plan, 'codemod'>, name: string): NameFault | null {
  const isDashed = codemod.startsWith('javascript/');
  if (!(isDashed ? /^[A-Za-z_][\w-]*$/ : /^[A-Za-z_]\w*$/).test(name))
    return {
      code: 'module-name-invalid',
      why: `a name has letters, digits${isDashed ? ', dashes' : ''} and underscores, and begins with a letter or an underscore`,
    };
  if (name.length > LONGEST_NAME)
    return {
      code: 'module-name-too-long',
      why: `it has ${name.length} letters, and the name of a file has room for ${LONGEST_NAME}`,
    };
  return null;
}
