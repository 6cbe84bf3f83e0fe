export const consoleZh = {
  title: '查询控制台',
} as const;
