/** Limits of the HTTP server and of request bodies. Node's default lets a half-sent request stay for five minutes. */
import type { ServerOptions } from 'node:http';

export const httpServerOptions: ServerOptions = {
  requestTimeout: 15_000,
  headersTimeout: 5000,
  keepAliveTimeout: 10_000,
  connectionsCheckingInterval: 1000,
  // An address may name as many nodes as its route says, twelve thousand characters, nine bytes each when encoded.
  maxHeaderSize: 131_072,
};

/** Bytes of a JSON body, after inflation. A query of 20,000 characters with its parameters fits the smaller one. */
export const BODY_LIMITS = { cypher: 200_000, view: 2_000_000, other: 100_000 } as const;
