/**
 * The closing line of a test run, counted from what the runner wrote. A run can only be called green by its tests: a report that is
 * missing, a file that could not load, an error outside any test, no test at all, or nothing but skipped tests is red.
 *
 * @typedef {{ status: string }} Assertion
 * @typedef {{ name?: string, status: string, message?: string, assertionResults: Assertion[] }} TestFile
 * @typedef {{ success: boolean, testResults: TestFile[] }} Report
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 * @typedef {{ report: Report | undefined, exitCode: number }} Run
 */

/** @param {unknown} value @returns {value is Record<string, unknown>} */
const isRecord = (value) => typeof value === 'object' && value !== null;

/** The runner's JSON as a report; undefined when it is not one. @param {string} text @returns {Report | undefined} */
export function readReport(text) {
  /** @type {unknown} */
  let json;
  try {
    json = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isRecord(json) || typeof json.success !== 'boolean' || !Array.isArray(json.testResults)) return undefined;
  /** @type {unknown[]} */
  const files = json.testResults;
  /** @type {TestFile[]} */
  const testResults = [];
  for (const file of files) {
    if (!isRecord(file) || typeof file.status !== 'string' || !Array.isArray(file.assertionResults)) return undefined;
    /** @type {unknown[]} */
    const results = file.assertionResults;
    const assertionResults = results.map((result) => ({
      status: isRecord(result) && typeof result.status === 'string' ? result.status : '',
    }));
    testResults.push({ status: file.status, assertionResults });
  }
  return { success: json.success, testResults };
}

/** @param {Report} report @returns {Counts} */
function countReport(report) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const file of report.testResults) {
    let red = 0;
    for (const { status } of file.assertionResults) {
      if (status === 'passed') counts.passed += 1;
      else if (status === 'skipped' || status === 'pending' || status === 'todo' || status === 'disabled') counts.skipped += 1;
      else red += 1;
    }
    // A file that could not load, or whose set-up threw, has no red test of its own to count.
    counts.failed += red === 0 && file.status === 'failed' ? 1 : red;
  }
  return counts;
}

/** @param {readonly Run[]} runs @returns {Counts & { green: boolean, line: string }} */
export function closing(runs) {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  let green = runs.length > 0;
  for (const { report, exitCode } of runs) {
    const counts = report ? countReport(report) : { passed: 0, failed: 1, skipped: 0 };
    const red = exitCode !== 0 || report?.success !== true;
    const ranNone = counts.passed + counts.failed === 0;
    // The runner says red and no test does: an error outside any test. Where no test ran there is nothing to count.
    if (red && counts.failed === 0 && !ranNone) counts.failed = 1;
    if (red || ranNone || counts.failed > 0) green = false;
    sum.passed += counts.passed;
    sum.failed += counts.failed;
    sum.skipped += counts.skipped;
  }
  return { ...sum, green, line: `${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped` };
}
