import './steps/node-version.mjs';

// Loaded only now, so that an old Node reads the sentence above and not a syntax error.
import('./steps/start.mjs');
