/** The writer alone: the package's browser entry also brings its parser, which wants a DOMParser as soon as it is loaded. */
declare module 'graphology-gexf/common/writer.js' {
  import type { write } from 'graphology-gexf/browser/index.js';

  const writeGexf: typeof write;
  export = writeGexf;
}
