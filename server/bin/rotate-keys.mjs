// Run with the new key first in KEY_RING, after every server was restarted with that ring.
import '../dist/rotate-keys.js';
