import { type Grammar, languageOf } from '../language.ts';

/** JavaScript, TypeScript or JSX: what a transform of jscodeshift reads. */
export const isScript = (grammar: Grammar | null): boolean => grammar !== null && languageOf(grammar) === 'javascript';
