package org.zaudit.history;

import java.text.ParseException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jgit.util.GitTimeParser;
import org.zaudit.rules.UserError;

/** Dates as people write them for git: {@code 2024-09-14}, {@code 2 weeks ago}, RFC 2822. */
public final class GitDate {
  /** With an offset, which JGit's parser reads over. */
  private static final List<DateTimeFormatter> WITH_OFFSET =
      List.of(
          DateTimeFormatter.ISO_OFFSET_DATE_TIME,
          DateTimeFormatter.RFC_1123_DATE_TIME,
          DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss Z", Locale.ROOT),
          DateTimeFormatter.ofPattern("EEE MMM d HH:mm:ss yyyy Z", Locale.US));

  private GitDate() {}

  /**
   * The moment that is meant, in this machine's time zone where the text names none. A day alone
   * means its beginning.
   *
   * @throws UserError when it is no date
   */
  public static Instant parse(String text) {
    return WITH_OFFSET.stream()
        .map(format -> parse(text, format))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseGet(() -> parseLocal(text));
  }

  private static Optional<Instant> parse(String text, DateTimeFormatter format) {
    try {
      return Optional.of(OffsetDateTime.parse(text, format).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static Instant parseLocal(String text) {
    try {
      return GitTimeParser.parseInstant(text);
    } catch (ParseException | RuntimeException e) {
      throw new UserError("not a date", text, "write 2024-09-14 or '2 weeks ago'");
    }
  }
}
