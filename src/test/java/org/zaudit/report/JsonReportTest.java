package org.zaudit.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zaudit.Golden;
import org.zaudit.audit.Audit;
import org.zaudit.audit.Notice;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonReportTest {
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(Report.class.getResourceAsStream("zaudit-1.schema.json"));

  @Test
  void writesEveryMemberInItsPlace() throws IOException {
    Golden.check(getClass(), "history.json", json(SampleAudit.full()));
  }

  @Test
  void writesAFindingALine() throws IOException {
    String lines = report(SampleAudit.full(), Report.Format.JSONL);
    assertThat(lines).endsWith("}\n");
    assertThat(lines.lines().map(JsonReportTest::parse))
        .containsExactlyElementsOf(parse(json(SampleAudit.full())).get("findings"));
    assertThat(report(SampleAudit.empty(), Report.Format.JSONL)).isEmpty();
  }

  @Test
  void conformsToItsSchema() throws IOException {
    assertThat(errors(json(SampleAudit.full()))).isEmpty();
    assertThat(errors(json(SampleAudit.empty()))).isEmpty();
  }

  /** Otherwise the test above could not fail. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "schema", "name", "head", "first", "digest", "bounded", "fingerprint", "condition",
            "column",
        "introduced", "date", "line", "tags", "note", "upstream", "applies", "advice", "notices"
      })
  void theSchemaMissesAMember(String name) throws IOException {
    String renamed = json(SampleAudit.full()).replace("\"" + name + "\":", "\"renamed\":");
    assertThat(errors(renamed)).isNotEmpty();
  }

  @Test
  void keepsTextAsItIsWithoutSteeringATerminal() throws IOException {
    String evil = "a\u001b[2J\u007f\u009b\u202e\u2028\u00ad ö 字 \ud83d\udc1e \"\\";
    String json = json(noticing(evil));
    assertThat(json).doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Zl}&&[^\n]]").contains("ö 字");
    assertThat(parse(json).get("notices").get(0).get("text").asString()).isEqualTo(evil);
  }

  @Test
  void replacesHalvesOfCharacters() throws IOException {
    String json = json(noticing("\ud83d <- half"));
    assertThat(parse(json).get("notices").get(0).get("text").asString())
        .isEqualTo("\ufffd <- half");
  }

  private static Audit noticing(String text) {
    return SampleAudit.audit(
        List.of(),
        List.of(
            new Notice(
                Notice.Kind.BOUND, Optional.empty(), Optional.empty(), OptionalInt.empty(), text)));
  }

  private static List<com.networknt.schema.Error> errors(String json) {
    return SCHEMA.validate(json, InputFormat.JSON);
  }

  private static JsonNode parse(String json) {
    return JsonMapper.shared().readTree(json);
  }

  private static String json(Audit audit) throws IOException {
    return report(audit, Report.Format.JSON);
  }

  private static String report(Audit audit, Report.Format format) throws IOException {
    var out = new ByteArrayOutputStream();
    Report.write(
        audit, new Report.Options(format, "1.2.3", true, false, false, Optional.empty()), out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
