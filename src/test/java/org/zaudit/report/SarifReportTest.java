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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zaudit.Golden;
import org.zaudit.audit.Audit;
import org.zaudit.audit.Suppressed;

class SarifReportTest {
  /** OASIS's schema, as a library that we do not use otherwise carries it. */
  private static final Schema OASIS =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
          .getSchema(SarifReportTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json"));

  @Test
  void writesOneRun() throws IOException {
    Golden.check(getClass(), "history.sarif", sarif(SampleAudit.full()));
  }

  @Test
  void conformsToTheStandard() throws IOException {
    assertThat(OASIS.validate(sarif(SampleAudit.full()), InputFormat.JSON)).isEmpty();
    assertThat(OASIS.validate(sarif(SampleAudit.empty()), InputFormat.JSON)).isEmpty();
  }

  @Test
  void tellsWhatCommentsSilence() throws IOException {
    Audit full = SampleAudit.full();
    Audit silenced =
        new Audit(
            full.head(),
            full.name(),
            full.range(),
            full.rules(),
            full.coverage(),
            List.of(),
            List.of(),
            List.of(
                new Suppressed(SampleAudit.leak(), "the \u001bring keeps it", true),
                new Suppressed(SampleAudit.ioctl(), "so", false)));
    String sarif = sarif(silenced);
    assertThat(OASIS.validate(sarif, InputFormat.JSON)).isEmpty();
    assertThat(sarif)
        .contains("\"status\": \"underReview\"", "\"status\": \"accepted\"")
        .contains("\"kind\": \"inSource\"", "ring keeps it")
        .doesNotContain("\u001b");
  }

  /** Otherwise the test above could not fail. */
  @ParameterizedTest
  @CsvSource({
    "'\"level\": \"error\"', '\"level\": \"certain\"'",
    "'\"baselineState\": \"absent\"', '\"baselineState\": \"fixed\"'",
    "'\"driver\":', '\"drivel\":'",
    "'\"startLine\": 47', '\"startLine\": 0'",
    "'\"threadFlows\":', '\"flows\":'"
  })
  void theStandardMissesWhatIsWrong(String right, String wrong) throws IOException {
    String sarif = sarif(SampleAudit.full());
    assertThat(sarif).contains(right);
    assertThat(OASIS.validate(sarif.replace(right, wrong), InputFormat.JSON)).isNotEmpty();
  }

  @Test
  void encodesPathsAsUris() {
    assertThat(SarifResult.uri("a b/ü:#?%.c")).isEqualTo("a%20b/%C3%BC%3A%23%3F%25.c");
  }

  private static String sarif(Audit audit) throws IOException {
    var out = new ByteArrayOutputStream();
    var options =
        new Report.Options(Report.Format.SARIF, "1.2.3", false, false, false, Optional.empty());
    Report.write(audit, options, out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
