// With the environment of the service and the id of a federation; docs/runbook.md says when.
import '../dist/first-head.js';
