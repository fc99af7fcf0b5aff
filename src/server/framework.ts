/** The one door to fastify: the server itself and its types. */
export type {
  FastifyError,
  FastifyInstance,
  FastifyReply,
  FastifyRequest,
  RouteOptions,
} from 'fastify';
export { fastify, LogController } from 'fastify';
