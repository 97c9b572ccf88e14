import './effect.js';

const one = 1;
const two = () => one + 1;
type Hidden = number;
function stays(): Hidden {
  return two();
}

export { two as deux, stays, type Hidden };
export { stays as default };
