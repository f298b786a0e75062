package org.zaudit.report;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.zaudit.audit.CommitInfo;
import org.zaudit.audit.EventLine;
import org.zaudit.audit.Life;
import org.zaudit.audit.Place;
import org.zaudit.audit.RelatedLine;
import tools.jackson.core.JsonGenerator;

/** The object FINDING of schema {@code zaudit/1}. */
final class JsonFinding {
  private JsonFinding() {}

  static void write(JsonGenerator json, Life life) {
    json.writeStartObject();
    text(json, "fingerprint", life.fingerprint());
    strings(json, "previousFingerprints", life.previousFingerprints());
    text(json, "rule", life.rule());
    text(json, "check", life.check().id());
    text(json, "confidence", life.confidence().id());
    text(json, "state", life.state().id());
    text(json, "resource", life.resource());
    text(json, "subject", life.subject());
    text(json, "message", life.message());
    JsonReport.optional(json, "condition", life.condition().map(JsonText::wellFormed));
    json.writeName("location");
    location(json, life.location());
    json.writeName("introduced");
    life.introduced().ifPresentOrElse(i -> introduction(json, i), json::writeNull);
    JsonReport.list(json, "introductions", life.introductions(), JsonFinding::introduction);
    JsonReport.list(json, "fixed", life.fixed(), JsonFinding::commit);
    JsonReport.list(json, "vanished", life.vanished(), JsonFinding::commit);
    strings(json, "tags", life.tags());
    JsonReport.list(json, "events", life.events(), JsonFinding::event);
    JsonReport.list(json, "related", life.related(), JsonFinding::related);
    json.writeName("upstream");
    life.upstream().ifPresentOrElse(u -> upstream(json, u), json::writeNull);
    text(json, "advice", life.advice());
    json.writeEndObject();
  }

  private static void location(JsonGenerator json, Place place) {
    json.writeStartObject();
    text(json, "commit", place.commit());
    text(json, "file", place.file());
    text(json, "function", place.function());
    json.writeNumberProperty("line", place.line());
    json.writeNumberProperty("column", place.column());
    json.writeEndObject();
  }

  private static void introduction(JsonGenerator json, Life.Introduction introduction) {
    json.writeStartObject();
    commitMembers(json, introduction.commit());
    text(json, "file", introduction.file());
    json.writeNumberProperty("line", introduction.line());
    json.writeEndObject();
  }

  private static void commit(JsonGenerator json, CommitInfo commit) {
    json.writeStartObject();
    commitMembers(json, commit);
    json.writeEndObject();
  }

  private static void commitMembers(JsonGenerator json, CommitInfo commit) {
    text(json, "commit", commit.commit());
    text(json, "subject", commit.subject());
    text(json, "author", commit.author());
    text(json, "date", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(commit.date()));
  }

  private static void event(JsonGenerator json, EventLine event) {
    json.writeStartObject();
    text(json, "kind", event.kind().name().toLowerCase(Locale.ROOT));
    text(json, "file", event.file());
    text(json, "function", event.function());
    json.writeNumberProperty("line", event.line());
    json.writeNumberProperty("column", event.column());
    text(json, "text", event.source().strip());
    text(json, "note", event.note());
    json.writeEndObject();
  }

  private static void related(JsonGenerator json, RelatedLine related) {
    json.writeStartObject();
    text(json, "file", related.file());
    text(json, "function", related.function());
    json.writeNumberProperty("line", related.line());
    text(json, "note", related.note());
    json.writeEndObject();
  }

  private static void upstream(JsonGenerator json, Life.Upstream upstream) {
    json.writeStartObject();
    text(json, "commit", upstream.commit());
    text(json, "subject", upstream.subject());
    json.writeBooleanProperty("applies", upstream.applies());
    json.writeEndObject();
  }

  private static void strings(JsonGenerator json, String name, Iterable<String> texts) {
    json.writeArrayPropertyStart(name);
    texts.forEach(text -> json.writeString(JsonText.wellFormed(text)));
    json.writeEndArray();
  }

  private static void text(JsonGenerator json, String name, String text) {
    json.writeStringProperty(name, JsonText.wellFormed(text));
  }
}
