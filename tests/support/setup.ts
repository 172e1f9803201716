// Budgets per kind of test: a unit test that needs seconds is a mistake, one that drives a browser is not. More
// random cases (FC_RUNS, `npm run test:deep`) get more time.
const path = expect.getState().testPath ?? ''
const slow = /[\\/]tests[\\/](browser|weapp|deploy|integration|conformance|rules)[\\/]/.test(path)
const times = Math.max(1, Number(process.env.FC_RUNS ?? 200) / 200)

jest.setTimeout((slow ? 60_000 : 15_000) * times)
