package org.zaudit.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.zaudit.audit.Audit;
import org.zaudit.audit.CoverageCounts;
import org.zaudit.audit.Life;
import org.zaudit.audit.Notice;
import tools.jackson.core.JsonGenerator;

/**
 * The JSON form, schema {@code zaudit/1}. Written member by member as it streams, so that the order
 * of keys is what stands here and no record's name can change it by accident.
 */
final class JsonReport {
  private JsonReport() {}

  /** One object, indented. */
  static void write(Audit audit, String version, OutputStream out) throws IOException {
    try (JsonGenerator json = JsonText.indented(out)) {
      json.writeStartObject();
      json.writeStringProperty("schema", "zaudit/1");
      tool(json, version);
      repository(json, audit);
      range(json, audit.range());
      list(json, "rules", audit.rules(), JsonReport::rule);
      coverage(json, audit.coverage());
      list(json, "findings", audit.findings(), JsonFinding::write);
      list(json, "notices", audit.notices(), JsonReport::notice);
      json.writeEndObject();
      json.writeRaw('\n');
    }
    out.flush();
  }

  /** The findings only, one object a line. */
  static void writeLines(Audit audit, OutputStream out) throws IOException {
    try (JsonGenerator json = JsonText.lines(out)) {
      for (Life life : audit.findings()) {
        JsonFinding.write(json, life);
      }
      if (!audit.findings().isEmpty()) {
        json.writeRaw('\n');
      }
    }
    out.flush();
  }

  static <T> void list(
      JsonGenerator json, String name, List<T> items, BiConsumer<JsonGenerator, T> item) {
    json.writeArrayPropertyStart(name);
    items.forEach(i -> item.accept(json, i));
    json.writeEndArray();
  }

  static void optional(JsonGenerator json, String name, Optional<String> text) {
    json.writeName(name);
    text.ifPresentOrElse(json::writeString, json::writeNull);
  }

  private static void tool(JsonGenerator json, String version) {
    json.writeObjectPropertyStart("tool");
    json.writeStringProperty("name", "zaudit");
    json.writeStringProperty("version", version);
    json.writeEndObject();
  }

  private static void repository(JsonGenerator json, Audit audit) {
    json.writeObjectPropertyStart("repository");
    optional(json, "head", audit.head());
    json.writeStringProperty("name", JsonText.wellFormed(audit.name()));
    json.writeEndObject();
  }

  private static void range(JsonGenerator json, Audit.Range range) {
    json.writeObjectPropertyStart("range");
    json.writeNumberProperty("commits", range.commits());
    optional(json, "first", range.first());
    optional(json, "last", range.last());
    json.writeEndObject();
  }

  private static void rule(JsonGenerator json, Audit.AppliedRule rule) {
    json.writeStartObject();
    json.writeStringProperty("id", rule.id());
    json.writeStringProperty("digest", rule.digest());
    json.writeEndObject();
  }

  private static void coverage(JsonGenerator json, CoverageCounts counts) {
    json.writeObjectPropertyStart("coverage");
    json.writeNumberProperty("blobs", counts.blobs());
    json.writeNumberProperty("functionVersions", counts.functionVersions());
    json.writeNumberProperty("distinctFunctions", counts.distinctFunctions());
    json.writeNumberProperty("irrelevant", counts.irrelevant());
    json.writeNumberProperty("parsed", counts.parsed());
    json.writeNumberProperty("analysed", counts.analysed());
    json.writeNumberProperty("failed", counts.failed());
    json.writeNumberProperty("bounded", counts.bounded());
    json.writeEndObject();
  }

  private static void notice(JsonGenerator json, Notice notice) {
    json.writeStartObject();
    json.writeStringProperty("kind", notice.kind().id());
    optional(json, "file", notice.file().map(JsonText::wellFormed));
    optional(json, "function", notice.function().map(JsonText::wellFormed));
    json.writeName("line");
    notice.line().ifPresentOrElse(json::writeNumber, json::writeNull);
    json.writeStringProperty("text", JsonText.wellFormed(notice.text()));
    json.writeEndObject();
  }
}
