export const load = () => import('./helper.js')
