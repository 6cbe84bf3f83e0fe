/**
 * All kinds of node in one WebGL program: a circle or a regular polygon by its number of sides, with a border.
 * One program means one draw call and one order, whatever the mixture of kinds.
 */
import { NodeProgram, type ProgramInfo } from 'sigma/rendering';
import type { NodeDisplayData, RenderParams } from 'sigma/types';
import { floatColor } from 'sigma/utils';
import type { EdgeLook, NodeLook } from '#client/graph/build.ts';
import { isFresh, isLarge, isMoving } from './motion.ts';

const VERTEX = /* glsl */ `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec4 a_border;
attribute vec2 a_position;
attribute vec3 a_shape;
attribute float a_angle;
uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;
varying vec4 v_color;
varying vec4 v_border;
varying vec2 v_point;
varying float v_radius;
varying vec2 v_shape;
void main() {
  float size = a_shape.x * u_correctionRatio / u_sizeRatio * 4.0;
  vec2 point = size * vec2(cos(a_angle), sin(a_angle));
  gl_Position = vec4((u_matrix * vec3(a_position + point, 1)).xy, 0, 1);
  v_point = point;
  v_radius = size / 2.0;
  v_shape = a_shape.yz;
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= 255.0 / 254.0;
  v_border = a_border;
  v_border.a *= 255.0 / 254.0;
}`;

const FRAGMENT = /* glsl */ `
precision highp float;
varying vec4 v_color;
varying vec4 v_border;
varying vec2 v_point;
varying float v_radius;
varying vec2 v_shape;
uniform float u_correctionRatio;
float outline() {
  float far = length(v_point);
  // Below four and a half pixels no shape can be told from a circle, and corners cost.
  if (v_shape.x < 2.5 || v_radius < u_correctionRatio * 9.0) return far - v_radius;
  float turn = 6.28318530718 / v_shape.x;
  float across = mod(atan(v_point.y, v_point.x) - v_shape.y, turn) - turn / 2.0;
  return cos(across) * far - v_radius * cos(turn / 2.0);
}
void main(void) {
  float soft = u_correctionRatio * 2.0;
  float far = outline();
  #ifdef PICKING_MODE
  if (far > 0.0) discard;
  gl_FragColor = v_color;
  #else
  if (far > 0.0) discard;
  float rim = clamp((far + soft * 2.2) / soft, 0.0, 1.0);
  vec4 color = mix(v_color, v_border, rim);
  gl_FragColor = color * clamp(-far / soft, 0.0, 1.0);
  #endif
}`;

const UNIFORMS = ['u_sizeRatio', 'u_correctionRatio', 'u_matrix'] as const;
type Uniform = (typeof UNIFORMS)[number];

export class ShapeProgram extends NodeProgram<Uniform, NodeLook, EdgeLook> {
  getDefinition() {
    const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGL2RenderingContext;
    return {
      VERTICES: 3,
      VERTEX_SHADER_SOURCE: VERTEX,
      FRAGMENT_SHADER_SOURCE: FRAGMENT,
      METHOD: TRIANGLES,
      UNIFORMS,
      ATTRIBUTES: [
        { name: 'a_position', size: 2, type: FLOAT },
        { name: 'a_shape', size: 3, type: FLOAT },
        { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: 'a_border', size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: 'a_id', size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
      CONSTANT_ATTRIBUTES: [{ name: 'a_angle', size: 1, type: FLOAT }],
      CONSTANT_DATA: [[0], [(2 * Math.PI) / 3], [(4 * Math.PI) / 3]],
    };
  }

  processVisibleItem(nodeIndex: number, startIndex: number, data: NodeDisplayData & Partial<NodeLook>): void {
    const { array } = this;
    let index = startIndex;
    array[index++] = data.x;
    array[index++] = data.y;
    array[index++] = data.size * (data.spread ?? 1);
    array[index++] = data.sides ?? 0;
    array[index++] = data.rotation ?? 0;
    array[index++] = floatColor(data.color);
    array[index++] = floatColor(data.border ?? data.color);
    array[index] = nodeIndex;
  }

  setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo<Uniform>): void {
    gl.uniform1f(uniformLocations.u_correctionRatio, params.correctionRatio);
    gl.uniform1f(uniformLocations.u_sizeRatio, params.sizeRatio);
    gl.uniformMatrix3fv(uniformLocations.u_matrix, false, params.matrix);
  }

  /** While the camera moves nothing can be picked, so the second, hidden drawing for picking is left out. */
  override render(params: RenderParams): void {
    const picking = this.pickProgram;
    if (isMoving(this.renderer) && isLarge(this.renderer)) return;
    if (isMoving(this.renderer) || isFresh(this.renderer)) this.pickProgram = null;
    super.render(params);
    this.pickProgram = picking;
  }
}
