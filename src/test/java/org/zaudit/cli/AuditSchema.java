package org.zaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.zaudit.report.Report;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code --format json} promises. */
final class AuditSchema {
  private AuditSchema() {}

  /** Demands that a report keeps it, and reads the report. */
  static JsonNode read(String report) {
    assertThat(
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Report.class.getResourceAsStream("zaudit-1.schema.json"))
                .validate(report, InputFormat.JSON))
        .isEmpty();
    return JsonMapper.shared().readTree(report);
  }
}
