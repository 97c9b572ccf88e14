import { helper } from './helper.js'

export const load = () => import('./helper.js')
export const use = () => helper()
