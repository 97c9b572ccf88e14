/*
 * Licence: none.
 */

import { on } from './kit'
// eslint-disable-next-line import/no-default-export
import Event from './kit'
import { off } from './kit' // only here

export const show = (e: Event): number => e.at + on

export const hide = (): number => off

export const other = (): number => on
