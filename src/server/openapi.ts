import swagger from '@fastify/swagger';

import type { FastifyInstance } from './framework.js';

/** Makes the description of the interface out of the routes themselves. */
export async function addDescription(app: FastifyInstance, version: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: '明账 Mingzhang',
        version,
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      components: {
        securitySchemes: {
          token: { type: 'http', scheme: 'bearer' },
          session: { type: 'apiKey', in: 'cookie', name: 'session' },
        },
      },
    },
    hideUntagged: true,
  });
}

/** The description, OpenAPI 3.1. */
export function descriptionOf(app: FastifyInstance): object {
  return app.swagger();
}
