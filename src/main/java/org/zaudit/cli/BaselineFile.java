package org.zaudit.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.zaudit.audit.Baseline;
import org.zaudit.rules.UserError;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A baseline as a file: JSON with a finding a line, so that two branches that each add one can be
 * merged. Members that it does not know are left alone: people may write there why.
 */
final class BaselineFile {
  private static final String SCHEMA = "zaudit-baseline/1";

  private BaselineFile() {}

  static Baseline read(Path file) {
    try {
      return read(Files.readAllBytes(file), file.toString());
    } catch (IOException _) {
      throw new UserError(
          "cannot be read", file.toString(), "write one with zaudit scan --write-baseline");
    }
  }

  /**
   * Reads one.
   *
   * @param place for messages
   */
  static Baseline read(byte[] bytes, String place) {
    JsonNode root;
    try {
      root = JsonMapper.shared().readTree(bytes);
    } catch (JacksonException e) {
      throw wrong(
          "no JSON", e.getLocation() == null ? place : place + ":" + e.getLocation().getLineNr());
    }
    if (!root.path("schema").asString("").equals(SCHEMA) || !root.path("findings").isArray()) {
      throw wrong("not of schema " + SCHEMA, place);
    }
    List<Baseline.Entry> entries = new ArrayList<>();
    for (JsonNode finding : root.path("findings")) {
      entries.add(
          new Baseline.Entry(
              text(finding, "fingerprint", place),
              text(finding, "rule", place),
              text(finding, "check", place),
              text(finding, "file", place),
              text(finding, "function", place),
              text(finding, "subject", place)));
    }
    return new Baseline(entries);
  }

  private static String text(JsonNode finding, String name, String place) {
    JsonNode text = finding.path(name);
    if (!text.isString()) {
      throw wrong("a finding has no '" + name + "'", place);
    }
    return text.asString();
  }

  private static UserError wrong(String what, String place) {
    return new UserError(what, place, "write it anew with zaudit scan --write-baseline");
  }

  static void write(Baseline baseline, OutputStream out) throws IOException {
    var lines =
        new StringJoiner(",\n", "{\"schema\": \"" + SCHEMA + "\", \"findings\": [\n", "\n]}\n");
    baseline.entries().forEach(entry -> lines.add(line(entry)));
    out.write(lines.toString().getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private static String line(Baseline.Entry entry) {
    ObjectNode line = JsonMapper.shared().createObjectNode();
    line.put("fingerprint", entry.fingerprint());
    line.put("rule", entry.rule());
    line.put("check", entry.check());
    line.put("file", entry.file());
    line.put("function", entry.function());
    line.put("subject", entry.subject());
    return line.toString();
  }
}
