import { createTokenHandler } from '@finauth-sdk/server';
import { createFinAuth } from '@finauth-sdk/signing';
import { nodeTransport } from '@finauth-sdk/signing/node';
import { Hono } from 'hono';
import { handle } from 'hono/aws-lambda';
import { authorize } from './customer.js';

// Outside the handler, so that it lives as long as the instance, with its connections and its clock correction.
const finauth = createFinAuth({
  transport: nodeTransport(),
  retry: { totalTimeoutMs: 8_000 }, // less than the function's own limit
});
const token = createTokenHandler({ finauth, authorize });

// Hono turns the event into a Request, and the Response into a result: for API Gateway, a function URL or a load balancer.
const app = new Hono();
app.post('/token', ({ req }) => token(req.raw));
export const handler = handle(app);
