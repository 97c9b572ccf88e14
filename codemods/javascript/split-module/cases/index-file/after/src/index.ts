export { load } from './load.js'
export { use } from './use.js'
