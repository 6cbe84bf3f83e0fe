/** The document read last, so that the landing page goes on from there. */
const KEY = 'famai.lastRead';

export const rememberRead = (id: string): void => {
  try {
    localStorage.setItem(KEY, id);
  } catch {
    // Without storage the landing page opens with the first document.
  }
};

export const lastRead = (): string | null => {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
};
