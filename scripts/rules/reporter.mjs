/** Writes the titles of the failed tests of each project (one project a mutation) when jest is done. */
import { writeFileSync } from 'node:fs'

export default class FailuresByProject {
  constructor(_, { file }) {
    this.file = file
    this.failures = {}
  }

  onTestResult({ context }, { testResults, testExecError }) {
    const failed = testResults.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName)
    this.failures[context.config.displayName.name] = testExecError ? [] : failed
  }

  onRunComplete() {
    writeFileSync(this.file, JSON.stringify(this.failures))
  }
}
