/**
 * fast-check with the house's number of runs: 200, or FC_RUNS (`npm run test:deep`). Every `import fc from
 * 'fast-check'` in a test comes here (jest.config.mjs), so no test has to say it, and a failure prints its seed;
 * FC_SEED gives one.
 */
import * as fastCheck from 'fast-check/real'

const { FC_RUNS = 200, FC_SEED } = process.env
fastCheck.configureGlobal({
  numRuns: Number(FC_RUNS),
  ...(FC_SEED === undefined ? {} : { seed: Number(FC_SEED) }),
})

export * from 'fast-check/real'
export default fastCheck.default
