import { helper } from './helper.js'

export const use = () => helper()
