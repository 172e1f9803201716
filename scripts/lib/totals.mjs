/** Counting what jest wrote with --json. */
import { readFileSync } from 'node:fs'

/**
 * The counts of one jest run. A test file that could not even be loaded counts as one failure, and so does a run
 * that left no report: neither may look like success.
 *
 * @param {string} file jest's --outputFile
 */
export function countsOf(file) {
  let report
  try {
    report = JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }
  }
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

/** `12 passed, 0 failed`, and `, 1 skipped` only if any are. */
export function totalsLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`
}
