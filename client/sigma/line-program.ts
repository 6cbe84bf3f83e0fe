/**
 * One-pixel lines for large views. While the camera moves only a share of them is drawn: the first ones, which the
 * graph holds in no order of place, so the picture thins evenly.
 */
import { EdgeLineProgram } from 'sigma/rendering';
import type { RenderParams } from 'sigma/types';
import type { EdgeLook, NodeLook } from '#client/graph/build.ts';
import { isMoving } from './motion.ts';

/** Lines drawn at most while the camera moves. */
const MOVING_LINES = 2500;

export class LineProgram extends EdgeLineProgram<NodeLook, EdgeLook> {
  override render(params: RenderParams): void {
    const picking = this.pickProgram;
    const vertices = this.verticesCount;
    if (isMoving(this.renderer)) {
      this.pickProgram = null;
      this.verticesCount = Math.min(vertices, MOVING_LINES * this.VERTICES);
    }
    super.render(params);
    this.pickProgram = picking;
    this.verticesCount = vertices;
  }
}
