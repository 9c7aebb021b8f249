// With the environment of the service. It reads only; docs/runbook.md says what its lines mean.
import '../dist/verify-audit.js';
