/*
 * Licence: none.
 */

import { on } from './kit'
export { show } from './m/show'
export { hide } from './m/hide'

export const other = (): number => on
