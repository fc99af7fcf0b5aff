import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { bareServer } from './installation.js';
import { Visitor } from './visitor.js';

const MEGABYTE = 1024 * 1024;

it('takes a document that is too large to its end, as browsers read no answer before', async () => {
  const here = await bareServer(true);
  const visitor = new Visitor(here.app);
  const page = await visitor.get('/workbench');
  const csrf = /name="csrf" value="([^"]*)"/.exec(page.body)?.[1] ?? '';
  await here.app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = here.app.server.address() as AddressInfo;

  const field = `--x\r\nContent-Disposition: form-data; name="csrf"\r\n\r\n${csrf}\r\n`;
  const file = '--x\r\nContent-Disposition: form-data; name="files"; filename="大.pdf"\r\n\r\n';
  const body = Buffer.concat([
    Buffer.from(field + file),
    Buffer.alloc(40 * MEGABYTE),
    Buffer.from('\r\n--x--\r\n'),
  ]);
  const status = await new Promise<number>((resolve, reject) => {
    let answer: number | undefined;
    let isSent = false;
    const end = () => {
      if (isSent && answer !== undefined) resolve(answer);
    };
    const sending = request(
      {
        ...{ port, method: 'POST', path: '/workbench/filings/upload' },
        headers: {
          'content-type': 'multipart/form-data; boundary=x',
          'content-length': body.length,
          host: 'localhost:8080',
          origin: 'http://localhost:8080',
          accept: 'text/html',
          cookie: [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        },
      },
      (response) => {
        answer = response.statusCode;
        response.resume();
        end();
      },
    );
    sending.on('error', reject);
    sending.on('finish', () => {
      isSent = true;
      end();
    });
    sending.end(body);
  });
  expect(status).toBe(413);
  await here.stop();
}, 120_000);
