import { parentPort } from 'node:worker_threads';

const page = (done, of) => parentPort.postMessage({ kind: 'page', done, of });
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

const JOBS = {
  echo: async ({ text }) => text,
  hang: async () => {
    for (;;);
  },
  hungOnThird: async () => {
    page(1, 9);
    page(2, 9);
    for (;;);
  },
  devour: async () => {
    const all = [];
    for (;;) all.push(new Array(1000).fill(all.length));
  },
  crash: async () => {
    setImmediate(() => {
      throw new Error('a parser broke');
    });
    await pause(60_000);
  },
  leave: async () => process.exit(7),
  chatter: async () => {
    console.log('a library says');
    console.error('and warns');
    return 'quiet';
  },
  pagesTwice: async ({ pages, ms }) => {
    page(pages, pages);
    for (let done = 1; done <= pages; done += 1) {
      await pause(ms);
      page(done, pages);
    }
    return 'all read';
  },
  pageByPage: async ({ pages, ms }) => {
    for (let done = 1; done <= pages; done += 1) {
      await pause(ms);
      page(done, pages);
    }
    return 'all read';
  },
};

/** A thread that misbehaves on demand, as a reader of other people's files may. */
parentPort.on('message', async (job) => {
  parentPort.postMessage({ kind: 'begun' });
  const result = await JOBS[job.name](job);
  parentPort.postMessage({ kind: 'done', result });
});
