const seconds = (from) => `${((Date.now() - from) / 1000).toFixed(1)} s`;

/** Says what is begun and, when it is done, what came of it and how long it took. */
export async function step(title, work) {
  const from = Date.now();
  console.log(`▸ ${title}`);

  const outcome = (await work()) ?? 'done';

  console.log(`  ${outcome.startsWith('✗') ? outcome : `✓ ${outcome}`} (${seconds(from)})`);
}
