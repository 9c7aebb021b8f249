// With the environment of the service; docs/runbook.md says how.
import '../dist/restore.js';
