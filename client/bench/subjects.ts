/** The renderers compared: ours as the page uses it, Sigma with its default settings, Cytoscape with its own. */
import cytoscape from 'cytoscape';
import { MultiDirectedGraph } from 'graphology';
import { buildLookGraph, crowding, edgeLook, nodeLook } from '#client/graph/build.ts';
import { frameOf } from '#client/graph/layout/frame.ts';
import { readTheme } from '#client/graph/theme.ts';
import { createPlainSigma } from '#client/sigma/plain-sigma.ts';
import { createStage } from '#client/sigma/stage.ts';
import { createCanvas } from '#client/state/canvas/reducer.ts';
import { visibleGraph } from '#client/state/canvas/visible.ts';
import type { Subject } from './measure.ts';
import type { Network } from './network.ts';

const theme = readTheme();
const nothing = () => undefined;

const famai = (network: Network, container: HTMLElement): Subject => {
  const stage = createStage(container, {
    theme,
    words: { edge: () => '引用' },
    bandTitle: () => '',
    motionMs: 0,
    handlers: () => ({
      onNode: nothing,
      onEdge: nothing,
      onStage: nothing,
      onExpand: nothing,
      onHover: nothing,
      onMoved: nothing,
      onBox: nothing,
    }),
  });
  const canvas = createCanvas(network, 'force', { positions: network.positions });
  const graph = buildLookGraph(visibleGraph(canvas), canvas.positions, theme, {
    shrink: crowding(network.nodes.length),
    strength: 1,
  });
  const frame = frameOf(canvas.positions, 'free');
  stage.show(graph, { bands: [], pinned: canvas.pinned, labelling: 'free', frame, layout: 'force', settled: true });
  const camera = stage.sigma.getCamera();
  return { look: (x, y, ratio) => void camera.setState({ x, y, ratio }), end: stage.kill };
};

/** The same places, sizes and colours; everything else as Sigma comes. */
const plainSigma = (network: Network, container: HTMLElement): Subject => {
  const graph = new MultiDirectedGraph();
  const shrink = crowding(network.nodes.length);
  for (const node of network.nodes) {
    const { x, y, size, color } = nodeLook(node, network.positions.get(node.id) ?? { x: 0, y: 0 }, { shrink }, theme);
    graph.addNode(node.id, { x, y, size, color, label: node.name });
  }
  for (const edge of network.edges) {
    const bundle = { id: edge.id, type: edge.type, from: edge.from, to: edge.to, edges: [edge], count: 1 };
    graph.addEdgeWithKey(edge.id, edge.from, edge.to, { color: edgeLook(bundle, 0, true, 1, theme).color });
  }
  const sigma = createPlainSigma(graph, container);
  const camera = sigma.getCamera();
  return { look: (x, y, ratio) => void camera.setState({ x, y, ratio }), end: () => sigma.kill() };
};

const plainCytoscape = (network: Network, container: HTMLElement): Subject => {
  const shrink = crowding(network.nodes.length);
  const cy = cytoscape({
    container,
    elements: {
      nodes: network.nodes.map((node) => {
        const at = network.positions.get(node.id) ?? { x: 0, y: 0 };
        const { size, color } = nodeLook(node, at, { shrink }, theme);
        return { data: { id: node.id, label: node.name, size: size * 2, color }, position: { x: at.x, y: -at.y } };
      }),
      edges: network.edges.map((edge) => ({ data: { id: edge.id, source: edge.from, target: edge.to } })),
    },
    style: [
      {
        selector: 'node',
        style: {
          label: 'data(label)',
          width: 'data(size)',
          height: 'data(size)',
          'background-color': 'data(color)',
          'font-size': 11.5,
        },
      },
      { selector: 'edge', style: { width: 1, 'line-color': theme.edges.CITES } },
    ],
    layout: { name: 'preset' },
  });
  cy.fit();
  const whole = cy.zoom();
  const box = cy.elements().boundingBox({ includeLabels: false });
  const { clientWidth: width, clientHeight: height } = container;
  return {
    look: (x, y, ratio) => {
      const zoom = whole / ratio;
      const at = { x: box.x1 + x * box.w, y: box.y2 - y * box.h };
      cy.viewport({ zoom, pan: { x: width / 2 - at.x * zoom, y: height / 2 - at.y * zoom } });
    },
    end: () => cy.destroy(),
  };
};

export const SUBJECTS = { famai, sigma: plainSigma, cytoscape: plainCytoscape } as const;
export type SubjectName = keyof typeof SUBJECTS;
