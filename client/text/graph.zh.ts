export const graphZh = {
  title: '关系图谱',
} as const;
