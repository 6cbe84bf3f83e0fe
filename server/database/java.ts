/** Finds a JDK and fetches Neo4j's libraries with Maven, once. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { FamaiError } from '#model/errors.ts';
import { runCommand } from './command.ts';
import { PROJECT_ROOT } from './folders.ts';

const OLDEST_JAVA = 17;
const COPY_GOAL = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies';
const EXPECTED_JARS = 214;

export interface Jdk {
  readonly java: string;
  readonly javac: string;
  readonly version: number;
}

/** `JAVA_HOME` when set, else what PATH finds. @throws FamaiError JAVA_MISSING when there is no JDK of 17 or newer. */
export const findJdk = async (env: NodeJS.ProcessEnv = process.env): Promise<Jdk> => {
  const home = env['JAVA_HOME'];
  const at = (program: string): string => (home === undefined || home === '' ? program : join(home, 'bin', program));
  const jdk = { java: at('java'), javac: at('javac') };
  const { code, output } = await runCommand(jdk.java, ['-version']);
  const version = Number(/version "(?:1\.)?(\d+)/.exec(output)?.[1] ?? Number.NaN);
  if (code !== 0 || Number.isNaN(version)) {
    throw new FamaiError(
      'JAVA_MISSING',
      `找不到 Java：请安装 JDK ${OLDEST_JAVA} 或更新版本（或设置 JAVA_HOME），也可用 NEO4J_URI 指定已有的 Neo4j。 / No Java found: install a JDK ${OLDEST_JAVA}+ or set JAVA_HOME, or point NEO4J_URI at your own Neo4j.`,
    );
  }
  if (version < OLDEST_JAVA) {
    throw new FamaiError(
      'JAVA_MISSING',
      `Java ${version} 过旧：需要 JDK ${OLDEST_JAVA} 或更新版本。 / Java ${version} is too old: JDK ${OLDEST_JAVA}+ is needed.`,
    );
  }
  return { ...jdk, version };
};

/** Changes whenever the pinned Neo4j or the launcher does, so that an old folder is not taken for the new one. */
const recipe = async (): Promise<string> => {
  const parts = await Promise.all(
    ['pom.xml', 'Launcher.java'].map((file) => readFile(join(PROJECT_ROOT, 'neo4j', file))),
  );
  return parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest('hex');
};

const resolveJars = async (folder: string, say: (line: string) => void): Promise<void> => {
  let copied = 0;
  const { code, output } = await runCommand(
    'mvn',
    ['-B', '-f', join(PROJECT_ROOT, 'neo4j', 'pom.xml'), COPY_GOAL, `-DoutputDirectory=${join(folder, 'jars')}`],
    (line) => {
      if (/Copying .*\.jar/.test(line)) {
        copied += 1;
        if (copied % 50 === 0) say(`Neo4j 组件 / libraries: ${copied}/${EXPECTED_JARS}`);
      } else if (/Downloaded from/.test(line) && /\.jar/.test(line)) say(`下载 / ${line.trim()}`);
    },
  );
  if (code === null) {
    throw new FamaiError(
      'MAVEN_MISSING',
      '找不到 Maven（mvn）：首次启动需要它下载 Neo4j；请安装 Maven，或用 NEO4J_URI 指定已有的 Neo4j。 / Maven (mvn) is missing: it fetches Neo4j at the first start; install it or point NEO4J_URI at your own Neo4j.',
    );
  }
  if (code !== 0) {
    const why = /\[ERROR\] (.*)/.exec(output)?.[1] ?? `exit ${code}`;
    throw new FamaiError(
      'MAVEN_MISSING',
      `Maven 未能下载 Neo4j：请检查网络后重试。 / Maven could not fetch Neo4j, check the network and try again. (${why.slice(0, 300)})`,
    );
  }
};

const compileLauncher = async (folder: string, jdk: Jdk): Promise<void> => {
  const source = join(PROJECT_ROOT, 'neo4j', 'Launcher.java');
  const { code, output } = await runCommand(jdk.javac, [
    '-cp',
    join(folder, 'jars', '*'),
    '-d',
    join(folder, 'classes'),
    source,
  ]);
  if (code !== 0) {
    throw new FamaiError(
      'JAVA_MISSING',
      `无法编译数据库启动器：需要完整的 JDK（含 javac），而不只是 JRE。 / The launcher did not compile: a full JDK (javac) is needed, not only a JRE. (${output.slice(0, 200)})`,
    );
  }
};

/**
 * Makes sure that `folder` holds Neo4j's jars and the compiled launcher, and returns the class path.
 * The folder appears in one rename, so an interrupted download is never taken for a finished one.
 * @throws FamaiError MAVEN_MISSING, JAVA_MISSING
 */
export const ensureLibraries = async (folder: string, jdk: Jdk, say: (line: string) => void): Promise<string> => {
  const wanted = await recipe();
  const ready = join(folder, wanted.slice(0, 12));
  const classPath = [join(ready, 'classes'), join(ready, 'jars', '*')].join(process.platform === 'win32' ? ';' : ':');
  if (existsSync(ready)) return classPath;
  say(
    '首次启动：正在用 Maven 下载 Neo4j（约 116 MB，仅一次）… / First start: fetching Neo4j with Maven (about 116 MB, once)…',
  );
  const partial = `${ready}.partial-${process.pid}`;
  await rm(partial, { recursive: true, force: true });
  await mkdir(dirname(ready), { recursive: true });
  try {
    await mkdir(partial);
    await resolveJars(partial, say);
    await compileLauncher(partial, jdk);
    await writeFile(join(partial, 'recipe'), `${wanted}\n`);
    await rename(partial, ready).catch((error: unknown) => {
      // Another start of the product finished first: its copy is as good.
      if (!existsSync(ready)) throw error;
    });
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
  return classPath;
};
