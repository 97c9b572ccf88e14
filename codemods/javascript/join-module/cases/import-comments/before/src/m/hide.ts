import { off } from '../kit' // only here

export const hide = (): number => off
