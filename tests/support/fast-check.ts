/**
 * fast-check with the house's number of runs: 200, or FC_RUNS (`npm run test:deep`). Every `import fc from
 * 'fast-check'` in a test comes here (jest.config.mjs), so no test has to say it, and a failure prints its seed.
 */
import * as fastCheck from 'fast-check/real'

fastCheck.configureGlobal({ numRuns: Number(process.env.FC_RUNS ?? 200) })

export * from 'fast-check/real'
export default fastCheck.default
