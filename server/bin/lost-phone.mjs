// With the environment of the service and the number of her account; docs/runbook.md says when.
import '../dist/lost-phone.js';
