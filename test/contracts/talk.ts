import { connect } from 'node:net';

/** Send to a TCP port, and return the first thing that comes back; rejects when the connection ends without an answer. */
export function talk(host: string, port: number, send: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, host, () => socket.write(send));
    socket.setTimeout(10_000, () => socket.destroy(new Error(`no answer from ${host}:${port}`)));
    socket.once('data', (data) => {
      resolve(data.toString('utf8'));
      socket.destroy();
    });
    socket.once('error', reject);
    socket.once('close', () => reject(new Error(`${host}:${port} closed without an answer`)));
  });
}
