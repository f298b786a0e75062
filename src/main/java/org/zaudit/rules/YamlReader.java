package org.zaudit.rules;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads the part of YAML 1.2 that a rule file needs: mappings, lists and texts. Anchors, aliases,
 * tags and further documents are refused, so that what stands in a file is all there is to it, and
 * a small file cannot become a large one.
 */
final class YamlReader {
  /** A rule file is read by people; the largest of ours has 40 KB. */
  private static final int BYTES = 1 << 20;

  private static final int DEPTH = 16;

  private final String file;
  private final Iterator<Event> events;

  private YamlReader(String file, Iterator<Event> events) {
    this.file = file;
    this.events = events;
  }

  /**
   * Any bytes give a document or one {@link UserError}.
   *
   * @param file what messages call it
   */
  static Yaml read(String file, byte[] bytes) {
    LoadSettings settings =
        LoadSettings.builder().setLabel(file).setCodePointLimit(BYTES).setUseMarks(true).build();
    try {
      return new YamlReader(file, new Parse(settings).parseString(text(file, bytes)).iterator())
          .document();
    } catch (MarkedYamlEngineException e) {
      throw position(file, e.getProblemMark())
          .error("this is no YAML: " + oneLine(e.getProblem()), "check indentation and quotes");
    } catch (YamlEngineException e) {
      throw new UserError(
          "this is no YAML: " + oneLine(String.valueOf(e.getMessage())), file, "write plain text");
    }
  }

  /** The file, or as much of it as shows that it is too long. */
  static byte[] bytes(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(BYTES + 1);
    }
  }

  private static String text(String file, byte[] bytes) {
    if (bytes.length > BYTES) {
      throw new UserError(
          "the file is longer than any rule file",
          file,
          "split it; " + BYTES + " bytes are allowed");
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new UserError("the file is not UTF-8 text", file, "give a YAML file");
    }
  }

  private Yaml document() {
    Event event = next();
    while (event.getEventId() == Event.ID.StreamStart
        || event.getEventId() == Event.ID.DocumentStart) {
      event = next();
    }
    if (event.getEventId() == Event.ID.StreamEnd) {
      throw new UserError("the file is empty", file, "write a title and functions");
    }
    Yaml document = node(event, 0);
    while (event.getEventId() != Event.ID.StreamEnd) {
      event = next();
      if (event.getEventId() == Event.ID.DocumentStart) {
        throw at(event).error("a second document begins", "write one document to a file");
      }
    }
    return document;
  }

  private Yaml node(Event event, int depth) {
    Position at = at(event);
    if (depth > DEPTH) {
      throw at.error("lists and mappings are nested too deeply", "a rule needs four levels");
    }
    if (event instanceof AliasEvent) {
      throw at.error(
          "'*' begins an alias in YAML, and rule files have none",
          "put C that begins with '*' in quotes: \"*dbp\"");
    }
    if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
      throw at.error(
          "'&' begins an anchor in YAML, and rule files have none",
          "put C that begins with '&' in quotes: \"&lock\"");
    }
    return switch (event.getEventId()) {
      case Scalar -> scalar(at, (ScalarEvent) event);
      case SequenceStart -> sequence(at, depth);
      case MappingStart -> mapping(at, depth);
      case Alias,
          Comment,
          DocumentEnd,
          DocumentStart,
          MappingEnd,
          SequenceEnd,
          StreamEnd,
          StreamStart ->
          throw at.error("a value is missing", "write one");
    };
  }

  private static Yaml.Scalar scalar(Position at, ScalarEvent event) {
    if (event.getTag().isPresent()) {
      throw at.error(
          "'!' begins a tag in YAML, and rule files have none",
          "put C that begins with '!' in quotes: \"!return\"");
    }
    return new Yaml.Scalar(at, event.getValue(), event.isPlain());
  }

  private Yaml.Sequence sequence(Position at, int depth) {
    List<Yaml> items = new ArrayList<>();
    for (Event event = next(); event.getEventId() != Event.ID.SequenceEnd; event = next()) {
      items.add(node(event, depth + 1));
    }
    return new Yaml.Sequence(at, List.copyOf(items));
  }

  private Yaml.Mapping mapping(Position at, int depth) {
    List<Yaml.Entry> entries = new ArrayList<>();
    Map<String, Position> seen = new HashMap<>();
    for (Event event = next(); event.getEventId() != Event.ID.MappingEnd; event = next()) {
      if (!(node(event, depth + 1) instanceof Yaml.Scalar key)) {
        throw at(event).error("a key is a single word", "put this behind a key and a colon");
      }
      Position before = seen.put(key.text(), key.at());
      if (before != null) {
        throw key.at()
            .error(
                "'" + key.text() + "' stands here for the second time",
                "keep this one or that of line " + before.line());
      }
      entries.add(new Yaml.Entry(key, node(next(), depth + 1)));
    }
    return new Yaml.Mapping(at, List.copyOf(entries));
  }

  private Event next() {
    return events.next();
  }

  private Position at(Event event) {
    return position(file, event.getStartMark());
  }

  private static Position position(String file, Optional<Mark> mark) {
    return mark.map(m -> new Position(file, m.getLine() + 1, m.getColumn() + 1))
        .orElse(new Position(file, 1, 1));
  }

  private static String oneLine(String message) {
    return message.lines().findFirst().orElse("").strip();
  }
}
