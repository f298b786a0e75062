package org.zaudit.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.zaudit.analysis.Confidence;
import org.zaudit.audit.Baseline;
import org.zaudit.history.Content;
import org.zaudit.history.History;
import org.zaudit.rules.Rules;
import org.zaudit.rules.UserError;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What a repository says in {@value #FILE} of how it wants its changes checked.
 *
 * @param rules names of built-in rules; empty: all
 * @param paths gitignore patterns; empty: rules say
 * @param baseline what is listed in the file that is named; nothing when none is
 */
record GateSettings(
    List<String> rules, List<String> paths, Optional<Confidence> confidence, Baseline baseline) {
  static final String FILE = ".zaudit.yaml";

  private static final GateSettings NONE =
      new GateSettings(List.of(), List.of(), Optional.empty(), Baseline.EMPTY);

  /**
   * As they stand in a commit: the base of a change, which the change itself cannot have edited.
   */
  static GateSettings of(History history, String commit) {
    String place = place(commit, FILE);
    return file(history, commit, FILE)
        .map(bytes -> read(bytes, place, name -> baseline(history, commit, name, place)))
        .orElse(NONE);
  }

  private static String place(String commit, String file) {
    return commit.substring(0, 12) + ":" + file;
  }

  private static Optional<byte[]> file(History history, String commit, String file) {
    return history
        .file(commit, file)
        .map(content ->
            switch (content) {
              case Content.Bytes(byte[] bytes) -> bytes;
              case Content.TooLarge _ -> throw wrong("is too large", place(commit, file));
              case Content.Unreadable(String reason) ->
                  throw wrong("cannot be read: " + reason, place(commit, file));
            });
  }

  /** Of the same commit, or a change could list there what it brings in. */
  private static Baseline baseline(History history, String commit, String name, String place) {
    return file(history, commit, name)
        .map(bytes -> BaselineFile.read(bytes, place(commit, name)))
        .orElseThrow(() -> wrong("there is no file '" + name + "' in this commit", place));
  }

  private static GateSettings read(
      byte[] bytes, String place, Function<String, Baseline> baselines) {
    JsonNode root;
    try {
      root = YAMLMapper.shared().readTree(bytes);
    } catch (JacksonException _) {
      throw wrong("no YAML", place);
    }
    if (root.isNull() || root.isMissingNode()) {
      return NONE;
    }
    if (!root.isObject()) {
      throw wrong("unknown form", place);
    }
    List<String> rules = List.of();
    List<String> paths = List.of();
    Optional<Confidence> confidence = Optional.empty();
    Baseline baseline = Baseline.EMPTY;
    for (Map.Entry<String, JsonNode> part : root.properties()) {
      switch (part.getKey()) {
        case "rules" -> rules = builtIn(texts(part, place), place);
        case "paths" -> paths = texts(part, place);
        case "confidence" -> confidence = Optional.of(confidence(part.getValue(), place));
        case "baseline" -> baseline = baselines.apply(text(part, place));
        default -> throw wrong("unknown key '" + part.getKey() + "'", place);
      }
    }
    return new GateSettings(rules, paths, confidence, baseline);
  }

  private static List<String> builtIn(List<String> names, String place) {
    for (String name : names) {
      if (!Rules.builtIn().contains(name)) {
        throw wrong("there is no built-in rule '" + name + "'", place);
      }
    }
    return names;
  }

  private static String text(Map.Entry<String, JsonNode> part, String place) {
    if (!part.getValue().isString()) {
      throw wrong("'" + part.getKey() + "' is one word", place);
    }
    return part.getValue().asString();
  }

  private static List<String> texts(Map.Entry<String, JsonNode> part, String place) {
    List<String> texts = new ArrayList<>();
    for (JsonNode text : part.getValue()) {
      if (!text.isString()) {
        throw wrong("'" + part.getKey() + "' is a list of words", place);
      }
      texts.add(text.asString());
    }
    if (texts.isEmpty()) {
      throw wrong("'" + part.getKey() + "' is a list of words", place);
    }
    return texts;
  }

  private static Confidence confidence(JsonNode level, String place) {
    for (Confidence confidence : Confidence.values()) {
      if (level.isString() && confidence.id().equals(level.asString())) {
        return confidence;
      }
    }
    throw wrong("'confidence' is none of certain, likely, possible", place);
  }

  private static UserError wrong(String what, String place) {
    return new UserError(
        what,
        place,
        "write 'rules: [pages]', 'paths: [src/]', 'confidence: likely', 'baseline: FILE'");
  }
}
