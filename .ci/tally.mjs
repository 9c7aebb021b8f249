/** What passed, what failed, and what had to be left out, over all parts. */
export const tally = { passed: 0, failed: 0, leftOut: [] };

const isStrict = process.env.CI === 'true';

/** Nothing may be left out silently, and with CI=true nothing at all. */
export function leaveOut(what, why) {
  tally.leftOut.push(`${what}: ${why}`);
  if (isStrict) tally.failed += 1;
  console.log(`\n  !!! LEFT OUT: ${what}: ${why}\n`);
}

export function count(passed, failed) {
  tally.passed += passed;
  tally.failed += failed;
}

/** The closing words; the last line is read by programs and stands alone. */
export function close() {
  for (const line of tally.leftOut) console.log(`!!! LEFT OUT: ${line}`);
  console.log(`${tally.passed} passed, ${tally.failed} failed`);
  return tally.failed === 0 && tally.passed > 0 ? 0 : 1;
}
