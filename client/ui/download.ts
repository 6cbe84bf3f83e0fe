/** Characters no file name may hold, on any system. */
const UNSAFE = /[\\/:*?"<>|\s]+/g;

/** Hands a text to the browser as a file. */
export const download = (name: string, type: string, content: BlobPart): void => {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name.replace(UNSAFE, '_');
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
};
