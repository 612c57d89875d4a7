// Runs the suite on the CommonJS files in a Worker, which has no Node API: the portable half of them. A bundler reads the calls of require().
import { runSuite } from '@finauth-sdk/test-suite';

const client = require('@finauth-sdk/client');
const signing = require('@finauth-sdk/signing');
const validator = require('@finauth-sdk/validator');

export default {
  async fetch(request) {
    return Response.json(await runSuite({ client, signing, validator }, await request.json()));
  },
};
