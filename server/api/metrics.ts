/** Prometheus metrics at /metrics: the process, its event loop, and how long each route takes. */
import { type RequestHandler, Router } from 'express';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';

const SECONDS = [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10];

export interface Metrics {
  readonly observe: RequestHandler;
  readonly router: Router;
  close(): void;
}

export const createMetrics = (): Metrics => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const durations = new Histogram({
    name: 'famai_http_request_duration_seconds',
    help: 'Duration of HTTP requests by route',
    labelNames: ['method', 'route', 'status'],
    buckets: SECONDS,
    registers: [registry],
  });
  const router = Router();
  router.get('/metrics', async (_request, response) => {
    response.type(registry.contentType).send(await registry.metrics());
  });
  return {
    router,
    observe: (request, response, next) => {
      const started = performance.now();
      response.once('finish', () => {
        // The pattern, not the address: ids would make a series each.
        const route = typeof request.route?.path === 'string' ? request.route.path : 'other';
        durations.observe(
          { method: request.method, route, status: String(response.statusCode) },
          (performance.now() - started) / 1000,
        );
      });
      next();
    },
    close: () => registry.clear(),
  };
};
