import { connect, type Socket } from 'node:net';
import { bodyByHand, bodyHeaders, PATH, signByHand, tokenOf } from './byHand.ts';
import { type Contender, LIVENESS_ID, UUID } from './contender.ts';

/** The floor: bytes on a kept socket, and just enough HTTP to read an answer that is whole. Nobody should call an API like this. */
export const rawSocket: Contender = {
  name: 'raw socket, the floor',
  connect: ({ url, apiKey, apiSecret }) => {
    const { hostname, port, host } = new URL(url);
    const idle: Socket[] = [];
    const all = new Set<Socket>();
    const head = `POST ${PATH} HTTP/1.1\r\nhost: ${host}\r\ncontent-type: ${bodyHeaders['content-type']}\r\n`;
    return {
      async getToken() {
        const sign = signByHand(apiKey, apiSecret);
        const body = bodyByHand({ sign, sign_version: 'hmac_sha1', liveness_id: LIVENESS_ID, uuid: UUID });
        const socket = idle.pop() ?? connect(Number(port), hostname).setNoDelay();
        all.add(socket);
        const answer = await exchange(socket, `${head}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
        idle.push(socket);
        return tokenOf(JSON.parse(answer));
      },
      close: () => all.forEach((socket) => socket.destroy()),
    };
  },
};

function exchange(socket: Socket, request: string): Promise<string> {
  return new Promise((done, fail) => {
    let answer = '';
    const take = (chunk: Buffer): void => {
      answer += chunk.toString('latin1');
      const end = answer.indexOf('\r\n\r\n');
      if (end === -1) return;
      const length = Number(/content-length: (\d+)/i.exec(answer)?.[1]);
      if (answer.length < end + 4 + length) return;
      socket.off('data', take).off('error', fail);
      done(answer.slice(end + 4));
    };
    socket.on('data', take).on('error', fail).write(request);
  });
}
