const SHORTCUT = /(\[(`?)(?:self|super)\2\])\((?:super::)*super\)/g;
const TARGET = /(\]\(|\]:\s*)(?:self|(?:super::)*super)(?=[#)\s]|$)/g;

/**
 * Docs whose links to a module itself say nothing about the module that they stand in: `[it]: self` in a file is `[it]: super` in a part of it.
 * Where they lead is for rung A to say.
 */
export const plainModuleLinks = (docs: string): string => docs.replace(SHORTCUT, '$1').replace(TARGET, '$1@');
