import java.io.IOException;
import java.nio.file.Path;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;

/**
 * Runs one Neo4j over the embedding API: Launcher HOME SETTINGS.
 *
 * <p>Ends when standard input ends, so that the database never outlives the process that started it, and on SIGTERM.
 * Prints one line, FAMAI READY, when Bolt answers. Every other word about its state goes to Neo4j's own logs.
 */
public final class Launcher {
  private Launcher() {}

  public static void main(String[] args) {
    if (args.length != 2) {
      System.err.println("usage: Launcher HOME SETTINGS");
      System.exit(64);
    }
    Thread parent = new Thread(Launcher::endWithParent, "famai-parent");
    parent.start();
    DatabaseManagementService service =
        new DatabaseManagementServiceBuilder(Path.of(args[0]))
            .loadPropertiesFromFile(Path.of(args[1]))
            .build();
    Runtime.getRuntime().addShutdownHook(new Thread(service::shutdown, "famai-shutdown"));
    System.out.println("FAMAI READY");
    System.out.flush();
  }

  /** Watches from the first moment: a start that hangs, on a full disk say, must not outlive its parent either. */
  private static void endWithParent() {
    try {
      while (System.in.read() != -1) {
        // Nothing is ever sent: the pipe only tells whether the parent lives.
      }
    } catch (IOException closed) {
      // As good as its end.
    }
    watchOverTheEnd();
    System.exit(0);
  }

  /** With its parent gone nobody can send SIGKILL any more: an expression no timeout stops must not keep the JVM alive. */
  private static void watchOverTheEnd() {
    Thread halt =
        new Thread(
            () -> {
              try {
                Thread.sleep(15_000);
              } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
              }
              Runtime.getRuntime().halt(70);
            },
            "famai-halt");
    halt.setDaemon(true);
    halt.start();
  }
}
