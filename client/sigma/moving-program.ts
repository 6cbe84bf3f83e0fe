/** The smallest WebGL programs that show a graph: points, lines, and labels as pieces of one picture. */

const POINTS = /* glsl */ `#version 300 es
in vec2 a_position;
in float a_size;
in vec4 a_color;
uniform mat3 u_matrix;
uniform float u_scale;
out vec4 v_color;
void main() {
  gl_Position = vec4((u_matrix * vec3(a_position, 1)).xy, 0, 1);
  gl_PointSize = max(2.0, a_size * u_scale);
  v_color = a_color;
}`;
const LINES = /* glsl */ `#version 300 es
in vec2 a_position;
in vec4 a_color;
uniform mat3 u_matrix;
out vec4 v_color;
void main() {
  gl_Position = vec4((u_matrix * vec3(a_position, 1)).xy, 0, 1);
  v_color = a_color;
}`;
const FLAT = /* glsl */ `#version 300 es
precision mediump float;
in vec4 v_color;
out vec4 color;
void main() {
  color = vec4(v_color.rgb, 1);
}`;
/** A label stands so many pixels from its node; whole pixels, or its strokes blur. */
const LABELS = /* glsl */ `#version 300 es
in vec2 a_position;
in vec2 a_offset;
in vec2 a_place;
uniform mat3 u_matrix;
uniform vec2 u_picture;
out vec2 v_place;
void main() {
  vec2 node = (u_matrix * vec3(a_position, 1)).xy;
  vec2 pixel = floor((node * 0.5 + 0.5) * u_picture) + a_offset;
  gl_Position = vec4(pixel / u_picture * 2.0 - 1.0, 0, 1);
  v_place = a_place;
}`;
const TEXTURED = /* glsl */ `#version 300 es
precision mediump float;
in vec2 v_place;
uniform sampler2D u_labels;
out vec4 color;
void main() {
  color = texture(u_labels, v_place);
}`;

/** Where a label's piece lies in the picture and how it stands about its node; pixels of the screen, y downwards. */
export type LabelPiece = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** From the node to the piece's upper left corner. */
  readonly dx: number;
  readonly dy: number;
  /** The node, in Sigma's framed coordinates. */
  readonly node: { readonly x: number; readonly y: number };
};
export type LabelPicture = { readonly picture: HTMLCanvasElement; readonly pieces: readonly LabelPiece[] };

export type MovingProgram = {
  /** Points: x, y, size, colour. Lines: x, y, colour, twice. */
  readonly load: (points: Float32Array, lines: Float32Array, labels: LabelPicture | null) => void;
  readonly draw: (view: {
    readonly matrix: Float32Array;
    /** Pixels of a node's size 1. */
    readonly scale: number;
    /** `#rrggbb`. */
    readonly background: string;
  }) => void;
};

const link = (gl: WebGL2RenderingContext, vertex: string, fragment: string): WebGLProgram => {
  const program = gl.createProgram();
  for (const [kind, source] of [
    [gl.VERTEX_SHADER, vertex],
    [gl.FRAGMENT_SHADER, fragment],
  ] as const) {
    const shader = gl.createShader(kind);
    if (shader === null) continue;
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
  }
  gl.linkProgram(program);
  return program;
};

type Attribute = { readonly name: string; readonly size: number; readonly bytes?: boolean };
type Part = {
  readonly fill: (data: Float32Array) => void;
  readonly run: (mode: number, uniforms: (place: (name: string) => WebGLUniformLocation | null) => void) => void;
};

/** A program with one interleaved buffer of 4-byte values; `bytes` marks a colour packed into one of them. */
const createPart = (
  gl: WebGL2RenderingContext,
  vertex: string,
  fragment: string,
  attributes: readonly Attribute[],
): Part => {
  const program = link(gl, vertex, fragment);
  const vao = gl.createVertexArray();
  const buffer = gl.createBuffer();
  const row = attributes.reduce((sum, { size, bytes }) => sum + (bytes ? 1 : size), 0);
  gl.bindVertexArray(vao);
  gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
  let offset = 0;
  for (const { name, size, bytes } of attributes) {
    const place = gl.getAttribLocation(program, name);
    gl.enableVertexAttribArray(place);
    gl.vertexAttribPointer(place, size, bytes ? gl.UNSIGNED_BYTE : gl.FLOAT, bytes ?? false, row * 4, offset * 4);
    offset += bytes ? 1 : size;
  }
  gl.bindVertexArray(null);
  let count = 0;
  return {
    fill: (data) => {
      gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
      gl.bufferData(gl.ARRAY_BUFFER, data, gl.DYNAMIC_DRAW);
      count = data.length / row;
    },
    run: (mode, uniforms) => {
      gl.useProgram(program);
      gl.bindVertexArray(vao);
      uniforms((name) => gl.getUniformLocation(program, name));
      if (count > 0) gl.drawArrays(mode, 0, count);
    },
  };
};

/** Two triangles for every label: node, offset from it, place in the picture. */
const labelRows = ({ picture, pieces }: LabelPicture): Float32Array => {
  const rows: number[] = [];
  for (const { x, y, width, height, dx, dy, node } of pieces) {
    const corner = (right: 0 | 1, down: 0 | 1): number[] => [
      node.x,
      node.y,
      dx + right * width,
      -(dy + down * height),
      (x + right * width) / picture.width,
      (y + down * height) / picture.height,
    ];
    rows.push(...corner(0, 0), ...corner(1, 0), ...corner(0, 1), ...corner(1, 0), ...corner(1, 1), ...corner(0, 1));
  }
  return new Float32Array(rows);
};

const POSITION: Attribute = { name: 'a_position', size: 2 };
const COLOUR: Attribute = { name: 'a_color', size: 4, bytes: true };

export const createMovingProgram = (gl: WebGL2RenderingContext): MovingProgram => {
  const points = createPart(gl, POINTS, FLAT, [POSITION, { name: 'a_size', size: 1 }, COLOUR]);
  const lines = createPart(gl, LINES, FLAT, [POSITION, COLOUR]);
  const labels = createPart(gl, LABELS, TEXTURED, [
    POSITION,
    { name: 'a_offset', size: 2 },
    { name: 'a_place', size: 2 },
  ]);
  const texture = gl.createTexture();
  gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
  const loadLabels = (picture: HTMLCanvasElement) => {
    gl.bindTexture(gl.TEXTURE_2D, texture);
    gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, true);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, picture);
    for (const filter of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER]) {
      gl.texParameteri(gl.TEXTURE_2D, filter, gl.NEAREST);
    }
  };
  return {
    load: (pointData, lineData, labelPicture) => {
      points.fill(pointData);
      lines.fill(lineData);
      labels.fill(labelPicture === null ? new Float32Array() : labelRows(labelPicture));
      if (labelPicture !== null) loadLabels(labelPicture.picture);
    },
    draw: ({ matrix, scale, background }) => {
      const value = Number.parseInt(background.slice(1), 16);
      const { drawingBufferWidth: width, drawingBufferHeight: height } = gl;
      gl.viewport(0, 0, width, height);
      gl.clearColor(((value >> 16) & 255) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255, 1);
      gl.clear(gl.COLOR_BUFFER_BIT);
      lines.run(gl.LINES, (place) => gl.uniformMatrix3fv(place('u_matrix'), false, matrix));
      points.run(gl.POINTS, (place) => {
        gl.uniformMatrix3fv(place('u_matrix'), false, matrix);
        gl.uniform1f(place('u_scale'), scale);
      });
      gl.enable(gl.BLEND);
      labels.run(gl.TRIANGLES, (place) => {
        gl.uniformMatrix3fv(place('u_matrix'), false, matrix);
        gl.uniform2f(place('u_picture'), width, height);
      });
      gl.disable(gl.BLEND);
    },
  };
};
