const { createFinAuth } = require('@finauth-sdk/signing');

createFinAuth()
  .getBizToken({ liveness_id: 'scene', uuid: process.env.CONSUMER })
  .then(({ biz_token }) => console.log(biz_token));
