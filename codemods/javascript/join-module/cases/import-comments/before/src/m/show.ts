// eslint-disable-next-line import/no-default-export
import Event from '../kit'
import { on } from '../kit'

export const show = (e: Event): number => e.at + on
