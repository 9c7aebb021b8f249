const path = require('node:path');

// Tells dependency-cruiser what the compilers of the mini-program know about its paths.
module.exports = {
  resolve: { alias: { '@': path.resolve(__dirname, '../miniapp/src') } },
};
