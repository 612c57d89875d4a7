// Calls the compiled route handler as Next.js does, with a request of its own.
const { NextRequest } = require('next/server');
const { POST } = require('./dist/route.cjs');

const body = JSON.stringify({ uuid: process.env.CONSUMER });
POST(new NextRequest('http://localhost/api/token', { method: 'POST', body }))
  .then((response) => response.json())
  .then(({ biz_token }) => console.log(biz_token));
