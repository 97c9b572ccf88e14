export { one as uno } from './m/part.js';
