import { Agent } from 'node:https';
import { createFinAuth, FinAuthApiError, FinAuthConfigError, FinAuthConnectionError, FinAuthError } from '@finauth-sdk/signing';

/** A program that has the one copy, and a library that has the other. */
export async function program({ signing, nodeTransport }, expectTwo) {
  const expect = (what, holds) => {
    if (!holds) throw new Error(`It does not hold: ${what}`);
  };
  const caught = (call) =>
    call.then(
      () => undefined,
      (error) => error,
    );
  if (expectTwo) expect('there are two copies', signing.FinAuthApiError !== FinAuthApiError);

  const error = await caught(signing.createFinAuth().getBizToken({ liveness_id: 'sandbox-DENIED' }));
  expect('an error of the other copy is ours', error instanceof FinAuthApiError && error instanceof FinAuthError);
  expect('and no other kind', !(error instanceof FinAuthConfigError) && !(error instanceof FinAuthConnectionError));
  expect('its fields are there', error.code === 'AUTHORIZATION_ERROR' && error.detail === 'DENIED' && error.status === 403);
  const own = await caught(createFinAuth().getBizToken({ liveness_id: 'sandbox-DENIED' }));
  expect('an error of ours is theirs', own instanceof signing.FinAuthApiError && own instanceof signing.FinAuthError);
  expect('what is none is none', !(new Error('x') instanceof FinAuthError) && !(undefined instanceof FinAuthError));

  // A set-up that cannot work ends the call at once, whosever the transport is.
  const wrong = nodeTransport({ agent: new Agent() });
  const refused = await caught(createFinAuth({ transport: wrong }).getBizToken({ liveness_id: 'scene' }));
  expect('its error of the set-up is not tried again', refused instanceof FinAuthConfigError && refused.attempts <= 1);

  const transport = nodeTransport();
  const { biz_token } = await createFinAuth({ transport }).getBizToken({ liveness_id: 'scene', uuid: process.env.CONSUMER });
  await transport.close();
  console.log(biz_token);
}
