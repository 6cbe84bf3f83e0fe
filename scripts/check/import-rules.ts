/**
 * Which folder may import which. Imports go one way: model ← extraction ← io ← ingest, model ← store ← services ← api,
 * and the client knows the model alone. docs/architecture.md draws the same picture.
 */
export interface ImportRule {
  /** Folder or file the rule speaks of, relative to the project. */
  readonly layer: string;
  /** Layers it may import besides itself. */
  readonly may: readonly string[];
}

/** The first rule whose layer is a prefix of the file's path applies, so deeper folders stand first. */
export const IMPORT_RULES: readonly ImportRule[] = [
  { layer: 'graph-data/model', may: [] },
  { layer: 'scripts/extraction', may: ['graph-data/model'] },
  { layer: 'scripts/io', may: ['graph-data/model', 'scripts/extraction'] },
  { layer: 'scripts/ingest', may: ['graph-data/model', 'scripts/extraction', 'scripts/io'] },
  { layer: 'scripts/check', may: ['graph-data/model'] },
  { layer: 'server/store', may: ['graph-data/model', 'scripts/ingest'] },
  { layer: 'server/database', may: ['graph-data/model', 'server/store', 'server/config.ts'] },
  { layer: 'server/console', may: ['graph-data/model', 'server/store', 'server/database', 'server/config.ts'] },
  {
    layer: 'server/services',
    may: [
      'graph-data/model',
      'scripts/io',
      'scripts/ingest',
      'scripts/extraction',
      'server/store',
      'server/database',
      'server/console',
      'server/config.ts',
    ],
  },
  {
    layer: 'server/api',
    may: [
      'graph-data/model',
      'server/services',
      'server/console',
      'server/store',
      'server/database',
      'server/config.ts',
    ],
  },
  { layer: 'server/config.ts', may: ['graph-data/model'] },
  {
    layer: 'server',
    may: [
      'graph-data/model',
      'server/api',
      'server/services',
      'server/console',
      'server/store',
      'server/database',
      'server/config.ts',
    ],
  },
  { layer: 'client', may: ['graph-data/model'] },
  { layer: 'scripts', may: ['graph-data/model', 'scripts', 'server'] },
  { layer: 'tests', may: ['graph-data', 'scripts', 'server', 'client'] },
];

/** Packages that only one place may import: the driver, the web framework, the canvas. */
export const PACKAGE_HOMES: Readonly<Record<string, readonly string[]>> = {
  'neo4j-driver': ['server/store', 'server/console', 'tests'],
  express: ['server/api', 'server/main.ts', 'tests'],
  multer: ['server/api', 'tests'],
  helmet: ['server/api', 'tests'],
  sigma: ['client/sigma', 'client/graph', 'client/bench', 'tests'],
  react: ['client', 'tests'],
};

/** Folders whose files touch no disk, process or network: the pure middle. */
export const PURE_LAYERS: readonly string[] = ['graph-data/model', 'scripts/extraction'];
export const EFFECT_PACKAGES =
  /^(node:(fs|net|http|https|child_process|process|os|worker_threads)|fs|net|http|https)(\/|$)/;
