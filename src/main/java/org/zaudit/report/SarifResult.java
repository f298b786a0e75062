package org.zaudit.report;

import static org.zaudit.report.JsonText.wellFormed;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.zaudit.analysis.Confidence;
import org.zaudit.audit.CommitInfo;
import org.zaudit.audit.EventLine;
import org.zaudit.audit.Life;
import org.zaudit.audit.Place;
import org.zaudit.audit.RelatedLine;
import org.zaudit.audit.Suppressed;
import tools.jackson.core.JsonGenerator;

/** A finding as a SARIF result, with its path as a code flow. */
final class SarifResult {
  /** Stands for the root of the repository in the locations of files. */
  static final String ROOT = "%SRCROOT%";

  private final JsonGenerator json;

  SarifResult(JsonGenerator json) {
    this.json = json;
  }

  /**
   * Writes a finding.
   *
   * @param index of the finding's rule among the tool's rules
   * @param suppressed how it is silenced, if it is
   */
  void write(Life life, int index, Optional<Suppressed> suppressed) {
    Place at = life.location();
    json.writeStartObject();
    json.writeStringProperty("ruleId", wellFormed(SarifReport.Descriptor.of(life).id()));
    json.writeNumberProperty("ruleIndex", index);
    json.writeStringProperty("level", level(life.confidence()));
    message("message", life.message());
    json.writeArrayPropertyStart("locations");
    json.writeStartObject();
    physical(at.file(), OptionalInt.of(at.line()), OptionalInt.of(at.column()), Optional.empty());
    logical(at.function());
    json.writeEndObject();
    json.writeEndArray();
    if (!life.events().isEmpty()) {
      flow(life.events());
    }
    json.writeArrayPropertyStart("relatedLocations");
    life.related().forEach(this::related);
    json.writeEndArray();
    json.writeObjectPropertyStart("partialFingerprints");
    json.writeStringProperty("zaudit/v1", life.fingerprint());
    json.writeEndObject();
    json.writeStringProperty("baselineState", baseline(life));
    suppressions(suppressed);
    properties(life);
    json.writeEndObject();
  }

  /** An empty list says that it is not silenced, none that nobody knows (3.27.23). */
  private void suppressions(Optional<Suppressed> suppressed) {
    json.writeArrayPropertyStart("suppressions");
    if (suppressed.isPresent()) {
      json.writeStartObject();
      json.writeStringProperty("kind", "inSource");
      json.writeStringProperty("status", suppressed.get().isAdded() ? "underReview" : "accepted");
      json.writeStringProperty("justification", wellFormed(suppressed.get().reason()));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static String level(Confidence confidence) {
    return switch (confidence) {
      case CERTAIN -> "error";
      case LIKELY -> "warning";
      case POSSIBLE -> "note";
    };
  }

  /** Compared with where the audited range, or the change, starts. */
  private static String baseline(Life life) {
    return switch (life.state()) {
      case OPEN -> life.introduced().isPresent() ? "new" : "unchanged";
      case INTRODUCED, WIDENED -> "new";
      case FIXED, VANISHED, REPAIRED -> "absent";
    };
  }

  private void flow(List<EventLine> events) {
    json.writeArrayPropertyStart("codeFlows");
    json.writeStartObject();
    json.writeArrayPropertyStart("threadFlows");
    json.writeStartObject();
    json.writeArrayPropertyStart("locations");
    for (int i = 0; i < events.size(); i++) {
      step(i + 1, events.get(i));
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
  }

  private void step(int number, EventLine event) {
    String kind = event.kind().name().toLowerCase(Locale.ROOT);
    json.writeStartObject();
    json.writeObjectPropertyStart("location");
    physical(
        event.file(),
        OptionalInt.of(event.line()),
        OptionalInt.of(event.column()),
        Optional.of(event.source()));
    logical(event.function());
    message("message", event.note().isEmpty() ? kind : kind + ": " + event.note());
    json.writeEndObject();
    json.writeArrayPropertyStart("kinds");
    json.writeString(kind);
    json.writeEndArray();
    json.writeNumberProperty("executionOrder", number);
    json.writeEndObject();
  }

  private void related(RelatedLine related) {
    json.writeStartObject();
    physical(related.file(), OptionalInt.of(related.line()), OptionalInt.empty(), Optional.empty());
    logical(related.function());
    message("message", related.note().isEmpty() ? related.function() : related.note());
    json.writeEndObject();
  }

  /** What SARIF has no member for. */
  private void properties(Life life) {
    json.writeObjectPropertyStart("properties");
    json.writeStringProperty("confidence", life.confidence().id());
    json.writeStringProperty("state", life.state().id());
    JsonReport.optional(json, "condition", life.condition().map(JsonText::wellFormed));
    JsonReport.optional(json, "introduced", life.introduced().map(i -> i.commit().commit()));
    JsonReport.list(json, "fixed", life.fixed(), SarifResult::hash);
    JsonReport.list(json, "vanished", life.vanished(), SarifResult::hash);
    JsonReport.list(json, "releases", life.tags(), (j, tag) -> j.writeString(wellFormed(tag)));
    json.writeStringProperty("advice", wellFormed(life.advice()));
    json.writeEndObject();
  }

  private static void hash(JsonGenerator json, CommitInfo commit) {
    json.writeString(commit.commit());
  }

  void location(String file, Optional<String> function, OptionalInt line) {
    json.writeStartObject();
    physical(file, line, OptionalInt.empty(), Optional.empty());
    function.ifPresent(this::logical);
    json.writeEndObject();
  }

  private void physical(
      String file, OptionalInt line, OptionalInt column, Optional<String> source) {
    json.writeObjectPropertyStart("physicalLocation");
    json.writeObjectPropertyStart("artifactLocation");
    json.writeStringProperty("uri", uri(file));
    json.writeStringProperty("uriBaseId", ROOT);
    json.writeEndObject();
    if (line.isPresent()) {
      json.writeObjectPropertyStart("region");
      json.writeNumberProperty("startLine", line.getAsInt());
      column.ifPresent(c -> json.writeNumberProperty("startColumn", c));
      source.ifPresent(text -> content("snippet", text));
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private void logical(String function) {
    json.writeArrayPropertyStart("logicalLocations");
    json.writeStartObject();
    json.writeStringProperty("name", wellFormed(function));
    json.writeStringProperty("kind", "function");
    json.writeEndObject();
    json.writeEndArray();
  }

  /** Braces would be placeholders (3.11.5). */
  void message(String name, String text) {
    content(name, text.replace("{", "{{").replace("}", "}}"));
  }

  private void content(String name, String text) {
    json.writeObjectPropertyStart(name);
    json.writeStringProperty("text", wellFormed(text));
    json.writeEndObject();
  }

  /** A path as a relative URI reference (RFC 3986): all but unreserved characters encoded. */
  static String uri(String path) {
    var uri = new StringBuilder();
    for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean plain =
          c >= 'a' && c <= 'z'
              || c >= 'A' && c <= 'Z'
              || c >= '0' && c <= '9'
              || "-._~/".indexOf(c) >= 0;
      uri.append(plain ? String.valueOf(c) : String.format("%%%02X", (int) c));
    }
    return uri.toString();
  }
}
