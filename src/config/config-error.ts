import { RefactorError } from '../core/errors.ts';

/** @param place `path:line:column` */
export const configError = (place: string, why: string, whatToDo: string): RefactorError =>
  new RefactorError({ code: 'config-invalid', what: `${place}: the configuration cannot be used`, why, whatToDo });
