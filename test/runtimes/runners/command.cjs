// Runs the suite on the CommonJS files, as a Node does that cannot require() an ES module. As command.mjs, in all else.
const { argv, versions } = require('node:process');
const client = require('@finauth-sdk/client');
const signing = require('@finauth-sdk/signing');
const validator = require('@finauth-sdk/validator');

(async () => {
  const { runSuite } = await import('@finauth-sdk/test-suite');
  const outcomes = await runSuite({ client, signing, validator }, JSON.parse(argv[2]));
  const files = ['client', 'signing', 'validator'].map((name) => require.resolve(`@finauth-sdk/${name}`));
  if (!files.every((file) => file.endsWith('.cjs'))) throw new Error(`These are not the CommonJS files: ${files}`);
  console.log(JSON.stringify({ runtime: `Node ${versions.node}, CommonJS`, outcomes }));
})();
