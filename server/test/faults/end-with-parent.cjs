// Loaded before the server: it ends with the tests that started it, however they end.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
