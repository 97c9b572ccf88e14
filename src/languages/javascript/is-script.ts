import { type Grammar, languageOf } from '../language.ts';

/** JavaScript, TypeScript or JSX. */
export const isScript = (grammar: Grammar | null): boolean => grammar !== null && languageOf(grammar) === 'javascript';
