// Runs the suite in a Worker, for workerd.
import * as client from '@finauth-sdk/client';
import * as signing from '@finauth-sdk/signing';
import { runSuite } from '@finauth-sdk/test-suite';
import * as validator from '@finauth-sdk/validator';

export default {
  async fetch(request) {
    return Response.json(await runSuite({ client, signing, validator }, await request.json()));
  },
};
