import { fork } from 'node:child_process';
import { freePort } from '../test/kit/free-port.js';

/** A server in a process of its own, as it runs in earnest but for the limits on requests. */
export interface ServerProcess {
  readonly address: string;
  /** Mebibytes that it holds now, and at most held. */
  memory(): Promise<{ readonly now: number; readonly most: number }>;
  stop(): Promise<void>;
}

/** Starts `server-child.ts` over a store; needs `npm run build`, for its threads run from dist. */
export async function startServer(target: object): Promise<ServerProcess> {
  const port = await freePort();
  const child = fork(new URL('./server-child.ts', import.meta.url), {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  child.send({ target, port });
  await new Promise<void>((resolve, reject) => {
    child.once('message', () => resolve());
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
  });
  return {
    address: `http://127.0.0.1:${port}`,
    memory: () =>
      new Promise((resolve) => {
        child.once('message', (said) => resolve(said as { now: number; most: number }));
        child.send('memory');
      }),
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.send('stop');
      }),
  };
}
