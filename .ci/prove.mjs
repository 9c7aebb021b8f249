import '../server/bin/steps/node-version.mjs';

// Loaded only now, so that an old Node reads the sentence above and not a syntax error.
Promise.all([import('./run-parts.mjs'), import('./proofs.mjs')]).then(([{ runParts }, table]) =>
  runParts(table),
);
