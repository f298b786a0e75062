package org.zaudit.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The program: what stands behind the command {@code zaudit}. */
@Command(
    name = "zaudit",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    description = "Audits a git history for resources that are leaked or used after release.")
public final class Main implements Runnable {

  public static void main(String[] args) {
    System.exit(new CommandLine(new Main()).execute(args));
  }

  @Override
  public void run() {
    CommandLine.usage(this, System.out);
  }

  /** Reads what the build wrote down, since a shaded jar no longer has JGit's own manifest. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      var build = new Properties();
      try (var in = Main.class.getResourceAsStream("build.properties")) {
        build.load(in);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return new String[] {
        "zaudit " + build.getProperty("version"),
        "Java " + Runtime.version(),
        "JGit " + build.getProperty("jgit")
      };
    }
  }
}
