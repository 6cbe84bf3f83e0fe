/** Gives a fresh Neo4j its password. */
import { FamaiError } from '#model/errors.ts';
import { connect, type DatabaseConfig, isAuthenticationError, ping } from './driver.ts';

const FACTORY_PASSWORD = 'neo4j';
const PATIENCE_MS = 60_000;

const accepts = async (config: DatabaseConfig): Promise<boolean> => {
  const connection = connect(config);
  try {
    await ping(connection, PATIENCE_MS);
    return true;
  } catch (error) {
    if (isAuthenticationError(error)) return false;
    throw error;
  } finally {
    await connection.close();
  }
};

/** Over Bolt, as a parameter: a password on a command line could be read by every user of the machine. */
const replaceFactoryPassword = async (config: DatabaseConfig): Promise<void> => {
  const connection = connect({ ...config, password: FACTORY_PASSWORD, database: 'system' });
  const session = connection.session('WRITE');
  try {
    const passwords = { from: FACTORY_PASSWORD, to: config.password };
    // Its first statement waits for much to be loaded; on a busy machine that takes longer than a reader may wait.
    await session.run('ALTER CURRENT USER SET PASSWORD FROM $from TO $to', passwords, { timeout: PATIENCE_MS });
  } finally {
    await session.close();
    await connection.close();
  }
};

/**
 * Makes the server accept `config`: at its first start the factory password is replaced, later nothing changes.
 * @param fresh The store has just been made: the factory password is tried first, because three wrong ones lock the user for seconds.
 * @throws FamaiError CONFIG when the server knows neither password.
 */
export const ensurePassword = async (config: DatabaseConfig, fresh: boolean): Promise<void> => {
  if (!fresh && (await accepts(config))) return;
  try {
    await replaceFactoryPassword(config);
  } catch (error) {
    if (!isAuthenticationError(error)) throw error;
    throw new FamaiError(
      'CONFIG',
      '本地数据库的密码与数据目录中的 neo4j-password 不符：请恢复该文件，或删除整个数据目录后重新导入。 / The local database does not accept the password in neo4j-password: restore that file, or delete the data folder and import again.',
      { cause: error },
    );
  }
};
