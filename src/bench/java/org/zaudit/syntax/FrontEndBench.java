package org.zaudit.syntax;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.antlr.v4.runtime.Token;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.zaudit.rules.World;
import org.zaudit.source.Chunk;
import org.zaudit.source.Configuration;
import org.zaudit.source.Expanded;
import org.zaudit.source.MacroTable;
import org.zaudit.source.Preprocessor;
import org.zaudit.source.SourceFile;
import org.zaudit.syntax.grammar.CLexer;

/**
 * Megabytes a second of one thread: the scanner on whole files; on the distinct functions in them
 * the grammar's lexer alone, which is what the parser is measured against, the parser to the tree,
 * and the preprocessor. Reads the C files of the folder that ZAUDIT_SOURCES names, or else the
 * fixtures.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 5)
@Measurement(iterations = 4, time = 5)
@Fork(1)
public class FrontEndBench {
  private static final MacroTable NO_MACROS = _ -> List.of();

  /** What an iteration has read. */
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  @State(Scope.Thread)
  public static class Read {
    public double megabytes;
  }

  private final List<byte[]> files = new ArrayList<>();
  private final List<Chunk> functions = new ArrayList<>();
  private final List<Expanded> texts = new ArrayList<>();
  private int file;
  private int function;
  private int text;

  @Setup
  public void read() throws IOException {
    String sources = System.getenv("ZAUDIT_SOURCES");
    Path folder = Path.of(sources == null ? "src/test/fixtures" : sources);
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(p -> p.toString().matches(".*\\.[ch]")).sorted().toList()) {
        files.add(Files.readAllBytes(path));
      }
    }
    Set<String> distinct = new LinkedHashSet<>();
    for (byte[] bytes : files) {
      for (Chunk chunk : SourceFile.scan(bytes).chunks()) {
        if (chunk.kind() == Chunk.Kind.FUNCTION && distinct.add(chunk.text().text())) {
          functions.add(chunk);
          configurations(chunk).stream()
              .findFirst()
              .ifPresent(way -> texts.add(expand(chunk, way)));
        }
      }
    }
  }

  @Benchmark
  public SourceFile scan(Read read) {
    byte[] bytes = files.get(file++ % files.size());
    read.megabytes += bytes.length / 1e6;
    return SourceFile.scan(bytes);
  }

  @Benchmark
  public void lex(Read read, Blackhole blackhole) {
    CLexer lexer = new CLexer(new TextStream(next(read).text()));
    lexer.removeErrorListeners();
    Token token = lexer.nextToken();
    while (token.getType() != Token.EOF) {
      blackhole.consume(token);
      token = lexer.nextToken();
    }
  }

  @Benchmark
  public Syntax.Outcome parse(Read read) {
    return Syntax.parse(next(read));
  }

  @Benchmark
  public List<Configuration> configurations(Read read) {
    Chunk chunk = functions.get(function++ % functions.size());
    read.megabytes += chunk.text().text().length() / 1e6;
    return configurations(chunk);
  }

  private Expanded next(Read read) {
    Expanded next = texts.get(text++ % texts.size());
    read.megabytes += next.text().length() / 1e6;
    return next;
  }

  private static List<Configuration> configurations(Chunk chunk) {
    return Preprocessor.configurations(
        chunk.text(), chunk.condition(), World.byDefault(), NO_MACROS, _ -> false, _ -> false);
  }

  private static Expanded expand(Chunk chunk, Configuration way) {
    return Preprocessor.expand(
        chunk.text(), way, World.byDefault(), NO_MACROS, _ -> false, _ -> false);
  }
}
