import { z } from 'zod';
import type { LanguageId } from '../core/unit.ts';
import { LANGUAGES } from '../languages/language.ts';

/** A language as reports call it: one of those that ship, while the engine takes any that is registered. */
export const languageSchema = z.enum(LANGUAGES) as unknown as z.ZodType<LanguageId>;
