/** One-pixel lines for large views. While the camera moves the moving layer draws in their place. */
import { EdgeLineProgram } from 'sigma/rendering';
import type { RenderParams } from 'sigma/types';
import type { EdgeLook, NodeLook } from '#client/graph/build.ts';
import { isFresh, isMoving } from './motion.ts';

export class LineProgram extends EdgeLineProgram<NodeLook, EdgeLook> {
  override render(params: RenderParams): void {
    if (isMoving(this.renderer)) return;
    const picking = this.pickProgram;
    if (isFresh(this.renderer)) this.pickProgram = null;
    super.render(params);
    this.pickProgram = picking;
  }
}
