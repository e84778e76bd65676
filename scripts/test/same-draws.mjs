// Every run of the specs draws the same cases, so that a change is judged by what it changes. `SPEC_SEED=<number>` draws others.
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env.SPEC_SEED ?? 1) });
