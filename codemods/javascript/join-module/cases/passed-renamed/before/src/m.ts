import { two } from './m/part.js';

export { one as uno, two, type Pair as Two } from './m/part.js';

export const three = () => two() + 1;
