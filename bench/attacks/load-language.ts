import type { AttackLanguage, LanguageId } from './contract.ts';

/** The attacks on one language: its folder is loaded by name. */
export async function loadLanguage(id: LanguageId): Promise<AttackLanguage> {
  const loaded = (await import(`./${id}/language.js`)) as { readonly language: AttackLanguage };
  return loaded.language;
}
