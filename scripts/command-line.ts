/** What every command shares: one clear line on stderr when it fails, and its exit code. */
import { FamaiError } from '#model/errors.ts';

const isUsageError = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');

/** One line for a person. Only an error nobody foresaw shows its stack. */
const explain = (error: unknown): string => {
  if (error instanceof FamaiError) return `${error.code}: ${error.message}`;
  if (isUsageError(error)) return `${error.message} (--help)`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
};

/** Runs a command to its end. Exit code 1 for what went wrong, 2 for a wrong use; a command may set its own before it returns. */
export const runCommandLine = async (command: () => Promise<void>): Promise<void> => {
  try {
    await command();
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`);
    process.exitCode ??= 1;
    if (isUsageError(error)) process.exitCode = 2;
  }
};
