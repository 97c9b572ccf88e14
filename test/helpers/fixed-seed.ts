import fc from 'fast-check';

// A gate must say the same twice: properties run on fixed cases here, and on others with FC_SEED=… by hand.
fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20_261_122) });
