import { createServer } from 'node:net';

/** The port, if nobody has it; a free one, if none is given. */
export function freePort(port = 0): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      fail(
        error.code === 'EADDRINUSE' ? new Error(`Port ${port} is taken: stop what listens there, or choose another with PORT=…`) : error,
      );
    });
    probe.listen(port, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' && address ? address.port : port));
    });
  });
}
