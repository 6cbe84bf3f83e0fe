/** The text of a Word document, one paragraph a line. */

import mammoth from 'mammoth';
import { FamaiError } from '#model/errors.ts';
import { checkZip, DOCX_BUDGET } from './zip-budget.ts';

/** @throws FamaiError UNREADABLE when it is no Word document, TOO_LARGE when it unpacks beyond the limit */
export const readDocx = async (bytes: Uint8Array): Promise<string> => {
  await checkZip(bytes, DOCX_BUDGET);
  try {
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
    return value;
  } catch (cause) {
    throw new FamaiError('UNREADABLE', '不是有效的 Word 文档 (not a valid .docx)', { cause });
  }
};
