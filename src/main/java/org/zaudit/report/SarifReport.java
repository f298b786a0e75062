package org.zaudit.report;

import static org.zaudit.report.JsonText.wellFormed;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.zaudit.analysis.Check;
import org.zaudit.audit.Audit;
import org.zaudit.audit.Life;
import org.zaudit.audit.Notice;
import org.zaudit.audit.Suppressed;
import tools.jackson.core.JsonGenerator;

/** SARIF 2.1.0 (OASIS Standard, with Errata 01), for code scanning: one log of one run. */
final class SarifReport {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  private final JsonGenerator json;

  private SarifReport(JsonGenerator json) {
    this.json = json;
  }

  static void write(Audit audit, String version, OutputStream out) throws IOException {
    try (JsonGenerator json = JsonText.indented(out)) {
      new SarifReport(json).log(audit, version);
      json.writeRaw('\n');
    }
    out.flush();
  }

  /** A rule of ours in SARIF's sense: a check, as one rule file makes it. */
  record Descriptor(String rule, Check check) implements Comparable<Descriptor> {
    static Descriptor of(Life life) {
      return new Descriptor(life.rule(), life.check());
    }

    String id() {
      return rule + "/" + check.id();
    }

    @Override
    public int compareTo(Descriptor other) {
      return id().compareTo(other.id());
    }
  }

  private void log(Audit audit, String version) {
    var descriptors = descriptors(audit);
    json.writeStartObject();
    json.writeStringProperty("$schema", SCHEMA);
    json.writeStringProperty("version", "2.1.0");
    json.writeArrayPropertyStart("runs");
    json.writeStartObject();
    tool(version, descriptors);
    invocation(audit.notices());
    provenance(audit);
    base();
    json.writeStringProperty("columnKind", "utf16CodeUnits");
    json.writeArrayPropertyStart("results");
    var results = new SarifResult(json);
    audit
        .findings()
        .forEach(life ->
            results.write(life, descriptors.indexOf(Descriptor.of(life)), Optional.empty()));
    for (Suppressed one : audit.suppressed()) {
      results.write(one.life(), descriptors.indexOf(Descriptor.of(one.life())), Optional.of(one));
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
  }

  private static List<Descriptor> descriptors(Audit audit) {
    var descriptors = new TreeSet<Descriptor>();
    audit.findings().forEach(life -> descriptors.add(Descriptor.of(life)));
    audit.suppressed().forEach(one -> descriptors.add(Descriptor.of(one.life())));
    return List.copyOf(descriptors);
  }

  private void tool(String version, List<Descriptor> descriptors) {
    json.writeObjectPropertyStart("tool");
    json.writeObjectPropertyStart("driver");
    json.writeStringProperty("name", "zaudit");
    json.writeStringProperty("version", version);
    json.writeArrayPropertyStart("rules");
    descriptors.forEach(this::descriptor);
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }

  private void descriptor(Descriptor descriptor) {
    CheckText text = CheckText.of(descriptor.check());
    json.writeStartObject();
    json.writeStringProperty("id", wellFormed(descriptor.id()));
    message("shortDescription", text.summary() + ".");
    message("fullDescription", text.help());
    json.writeObjectPropertyStart("help");
    json.writeStringProperty("text", text.help());
    json.writeStringProperty("markdown", "**" + text.summary() + ".** " + text.help());
    json.writeEndObject();
    json.writeEndObject();
  }

  private void invocation(List<Notice> notices) {
    json.writeArrayPropertyStart("invocations");
    json.writeStartObject();
    json.writeBooleanProperty("executionSuccessful", true);
    json.writeArrayPropertyStart("toolExecutionNotifications");
    notices.forEach(this::notification);
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
  }

  private void notification(Notice notice) {
    json.writeStartObject();
    json.writeObjectPropertyStart("descriptor");
    json.writeStringProperty("id", notice.kind().id());
    json.writeEndObject();
    json.writeStringProperty("level", level(notice.kind()));
    message("message", notice.text());
    if (notice.file().isPresent()) {
      json.writeArrayPropertyStart("locations");
      new SarifResult(json).location(notice.file().get(), notice.function(), notice.line());
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private static String level(Notice.Kind kind) {
    return switch (kind) {
      case DAMAGED_OBJECT -> "error";
      case SUPPRESSION_ADDED, SUPPRESSION_WITHOUT_REASON -> "warning";
      case NOT_ANALYSED, BOUND -> "note";
    };
  }

  /** SARIF wants a URI of the repository; all that is known is what people call it (RFC 4151). */
  private void provenance(Audit audit) {
    json.writeArrayPropertyStart("versionControlProvenance");
    if (audit.head().isPresent()) {
      json.writeStartObject();
      json.writeStringProperty(
          "repositoryUri", "tag:zaudit.org,2026:repository/" + SarifResult.uri(audit.name()));
      json.writeStringProperty("revisionId", audit.head().get());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void base() {
    json.writeObjectPropertyStart("originalUriBaseIds");
    json.writeObjectPropertyStart(SarifResult.ROOT);
    message("description", "The root of the repository.");
    json.writeEndObject();
    json.writeEndObject();
  }

  private void message(String name, String text) {
    new SarifResult(json).message(name, text);
  }
}
