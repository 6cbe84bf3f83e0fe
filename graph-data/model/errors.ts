/** Every error a user can meet: a stable code, the HTTP status it answers with, and what it means. docs/errors.md lists the same; a test compares them. */
export const ERROR_CODES = {
  BAD_REQUEST: { status: 400, zh: '请求有误', en: 'The request is not valid' },
  NOT_FOUND: { status: 404, zh: '没有找到', en: 'Not found' },
  METHOD_NOT_ALLOWED: { status: 405, zh: '不支持的方法', en: 'Method not allowed' },
  UNAUTHORIZED: { status: 401, zh: '需要令牌', en: 'A token is required' },
  FORBIDDEN: { status: 403, zh: '不允许', en: 'Not allowed' },
  TOO_LARGE: { status: 413, zh: '内容过大', en: 'Too large' },
  UNSUPPORTED_TYPE: { status: 415, zh: '不支持的格式', en: 'Unsupported type' },
  UNREADABLE: { status: 422, zh: '文件无法读取', en: 'The file cannot be read' },
  MISDIRECTED: { status: 421, zh: '主机名不被接受', en: 'Host not accepted' },
  TOO_MANY: { status: 429, zh: '请求过多', en: 'Too many requests' },
  INTERNAL: { status: 500, zh: '服务器内部错误', en: 'Internal error' },
  DATABASE_UNAVAILABLE: { status: 503, zh: '数据库暂不可用', en: 'The database is not available' },
  TIMEOUT: { status: 504, zh: '超时', en: 'Timed out' },
  QUERY_SYNTAX: { status: 400, zh: '查询语法有误', en: 'The query has an error' },
  QUERY_NOT_READ_ONLY: { status: 403, zh: '只允许只读查询', en: 'Only read-only queries are allowed' },
  QUERY_TOO_COMPLEX: { status: 400, zh: '查询过长或过深', en: 'The query is too long or too deep' },
  QUERY_TIMEOUT: { status: 504, zh: '查询超时', en: 'The query ran out of time' },
  QUERY_MEMORY: { status: 400, zh: '查询占用内存过多', en: 'The query needs too much memory' },
  QUERY_CANCELLED: { status: 400, zh: '查询已停止', en: 'The query was stopped' },
  SCHEMA_TOO_NEW: { status: 503, zh: '数据库由更新的版本写成', en: 'The database was written by a newer version' },
  CONFIG: { status: 500, zh: '配置有误', en: 'The configuration is not valid' },
  LEXICON: { status: 500, zh: '词表有误', en: 'A lexicon file is not valid' },
  JAVA_MISSING: { status: 500, zh: '缺少 Java', en: 'Java is missing' },
  MAVEN_MISSING: { status: 500, zh: '缺少 Maven', en: 'Maven is missing' },
  PORT_IN_USE: { status: 500, zh: '端口被占用', en: 'The port is in use' },
  DATA_LOCKED: { status: 503, zh: '数据正被另一个程序使用', en: 'Another program is using the data' },
} as const satisfies Record<string, { status: number; zh: string; en: string }>;

export type ErrorCode = keyof typeof ERROR_CODES;

/** The only error the product throws on purpose. `message` is for a user: what happened and what to do; no paths, no stack. */
export class FamaiError extends Error {
  readonly code: ErrorCode;
  /** Where in the query or file, when known. */
  readonly position: { readonly line: number; readonly column: number; readonly offset: number } | undefined;
  /** Whole seconds after which trying again makes sense. */
  readonly retryAfter: number | undefined;

  constructor(
    code: ErrorCode,
    message: string,
    options: {
      cause?: unknown;
      position?: { line: number; column: number; offset: number };
      retryAfter?: number;
    } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = 'FamaiError';
    this.code = code;
    this.position = options.position;
    this.retryAfter = options.retryAfter;
  }

  get status(): number {
    return ERROR_CODES[this.code].status;
  }
}
