/**
 * The closing line of a test run, counted from what the runner wrote. A run can only be called green by its tests: a report that is
 * missing, a file that could not load, an error outside any test, no test at all, or nothing but skipped tests is red.
 *
 * @typedef {{ status: string, fullName?: string, failureMessages?: string[] }} Assertion
 * @typedef {{ name?: string, status: string, message?: string, assertionResults: Assertion[] }} TestFile
 * @typedef {{ success: boolean, testResults: TestFile[] }} Report
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 * @typedef {{ report: Report | undefined, exitCode: number }} Run
 */

/** @param {unknown} value @returns {value is Record<string, unknown>} */
const isRecord = (value) => typeof value === 'object' && value !== null;

/** @param {unknown} value */
const textOf = (value) => (typeof value === 'string' ? value : '');

/** @param {unknown} result @returns {Assertion} */
function readAssertion(result) {
  if (!isRecord(result)) return { status: '' };
  /** @type {unknown[]} */
  const messages = Array.isArray(result.failureMessages) ? result.failureMessages : [];
  return { status: textOf(result.status), fullName: textOf(result.fullName), failureMessages: messages.map(textOf) };
}

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
    const assertionResults = results.map(readAssertion);
    testResults.push({ name: textOf(file.name), status: file.status, message: textOf(file.message), assertionResults });
  }
  return { success: json.success, testResults };
}

/** A status that says that a test was left out. @param {string} status */
const leftOut = (status) => ['skipped', 'pending', 'todo', 'disabled'].includes(status);

/** The first lines of what a test said. @param {string} message */
const briefly = (message) =>
  message
    .split('\n')
    .slice(0, 8)
    .map((line) => `    ${line}`)
    .join('\n');

/**
 * Every red test by its name and what it said, for the end of a long log.
 * @param {readonly Run[]} runs @returns {string[]}
 */
export function redTests(runs) {
  return runs.flatMap(({ report }) =>
    (report?.testResults ?? []).flatMap((file) => {
      const red = file.assertionResults.filter(({ status }) => status !== 'passed' && !leftOut(status));
      if (red.length === 0 && file.status === 'failed') return [`${file.name ?? ''}\n${briefly(file.message ?? '')}`];
      return red.map(
        ({ fullName, failureMessages }) => `${file.name ?? ''} › ${fullName ?? ''}\n${briefly((failureMessages ?? []).join('\n'))}`,
      );
    }),
  );
}

/** @param {Report} report @returns {Counts} */
function countReport(report) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const file of report.testResults) {
    let red = 0;
    for (const { status } of file.assertionResults) {
      if (status === 'passed') counts.passed += 1;
      else if (leftOut(status)) counts.skipped += 1;
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
