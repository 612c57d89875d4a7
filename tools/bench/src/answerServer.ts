// A process of its own: it answers every request on a kept connection with the JSON that it was given, and reads no more of it than its length. What it costs is not the
// client's, and it is the same for all.
import { createServer, type Socket } from 'node:net';

const json = process.argv[2]!;
const head = ['HTTP/1.1 200 OK', 'content-type: application/json', `content-length: ${Buffer.byteLength(json)}`, 'connection: keep-alive'];
const answer = Buffer.from(`${head.join('\r\n')}\r\n\r\n${json}`);

const server = createServer({ noDelay: true }, (socket) => {
  let pending = '';
  socket.on('data', (chunk) => {
    pending = answerAll(socket, pending + chunk.toString('latin1'));
  });
  socket.on('error', () => socket.destroy());
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address !== null && typeof address === 'object') process.send?.(address.port);
});
// Whoever asks is told how many connections are open: a client cannot see its own idle ones.
process.on('message', () => server.getConnections((_error, connections) => process.send?.(connections)));
process.on('disconnect', () => process.exit());

/** Answers each request that is whole, and gives back what is left. */
function answerAll(socket: Socket, received: string): string {
  let rest = received;
  for (let end = endOfRequest(rest); end !== -1; end = endOfRequest(rest)) {
    socket.write(answer);
    rest = rest.slice(end);
  }
  return rest;
}

function endOfRequest(text: string): number {
  const head = text.indexOf('\r\n\r\n');
  if (head === -1) return -1;
  const length = /\r\ncontent-length: *(\d+)/i.exec(text);
  if (length && length.index < head) {
    const end = head + 4 + Number(length[1]);
    return text.length < end ? -1 : end;
  }
  // In chunks, then: no body here holds this by chance.
  const last = text.indexOf('\r\n0\r\n\r\n', head);
  return last === -1 ? -1 : last + 7;
}
