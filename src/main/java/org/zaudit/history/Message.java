package org.zaudit.history;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One patch as it was mailed, or a diff without a mail around it.
 *
 * @param commit 40 hex digits that its sender knows it by
 * @param isMail whether it has headers
 * @param body from which the diff is read
 */
@SuppressWarnings("ArrayRecordComponent") // read only, and possibly large
record Message(
    Optional<String> commit,
    boolean isMail,
    Optional<String> subject,
    Optional<String> author,
    Optional<String> date,
    byte[] body) {
  private static final Pattern POSTMARK =
      Pattern.compile("From (\\S+) .*\\d\\d:\\d\\d:\\d\\d \\d{4}\\s*");
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{40}");
  private static final Pattern TAG = Pattern.compile("^(\\[[^\\]]*\\]\\s*|(?i:re|aw):\\s*)+");
  private static final Pattern ENCODED =
      Pattern.compile("=\\?([^?\\s]+)\\?([bBqQ])\\?([^?\\s]*)\\?=(\\s+(?==\\?))?");

  /** The patches in a text, in its order. */
  static List<Message> split(byte[] bytes) {
    String text = unified(new String(bytes, StandardCharsets.ISO_8859_1));
    List<Message> messages = new ArrayList<>();
    Optional<String> postmark = Optional.empty();
    int start = 0;
    boolean any = false;
    for (int at = 0; at < text.length(); ) {
      int end = endOfLine(text, at);
      if (text.startsWith("From ", at)) {
        Matcher matcher = POSTMARK.matcher(text.substring(at, Math.min(end, at + 200)));
        if (matcher.matches()) {
          if (any) {
            messages.add(of(postmark, text.substring(start, at)));
          }
          any = true;
          postmark = Optional.of(matcher.group(1));
          start = end;
        }
      }
      any |= at < end;
      at = end;
    }
    messages.add(of(postmark, text.substring(start)));
    return messages;
  }

  /** Mailers on Windows end every line in CR LF, also those of git that never do. */
  private static String unified(String text) {
    boolean carriage = false;
    for (String head : List.of("diff --git ", "--- ", "+++ ", "@@ -")) {
      int at = text.startsWith(head) ? 0 : text.indexOf("\n" + head) + 1;
      if (at > 0 || text.startsWith(head)) {
        int end = text.indexOf('\n', at);
        carriage = end > 0 && text.charAt(end - 1) == '\r';
        break;
      }
    }
    return carriage ? text.replace("\r\n", "\n") : text;
  }

  private static Message of(Optional<String> postmark, String text) {
    Map<String, String> headers = new LinkedHashMap<>();
    int body = Mime.headers(text, headers);
    boolean isMail = headers.containsKey("subject") || headers.containsKey("from");
    String content = isMail ? unified(Mime.text(text.substring(body), headers)) : text;
    return new Message(
        postmark.filter(HASH.asMatchPredicate()),
        isMail,
        Optional.ofNullable(headers.get("subject"))
            .map(Message::words)
            .map(s -> TAG.matcher(s).replaceFirst(""))
            .filter(s -> !s.isBlank()),
        Optional.ofNullable(headers.get("from")).map(Message::words).map(Message::name),
        Optional.ofNullable(headers.get("date")),
        content.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** A header as people read it (RFC 2047). */
  private static String words(String raw) {
    String text = new String(raw.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    return ENCODED.matcher(text).replaceAll(word -> Matcher.quoteReplacement(word(word)));
  }

  private static String word(java.util.regex.MatchResult word) {
    try {
      String content = word.group(3);
      byte[] bytes =
          word.group(2).equalsIgnoreCase("b")
              ? Base64.getDecoder().decode(ascii(content))
              : Mime.quoted(content, true).getBytes(StandardCharsets.ISO_8859_1);
      return new String(bytes, java.nio.charset.Charset.forName(word.group(1)));
    } catch (IllegalArgumentException _) {
      return word.group();
    }
  }

  private static String name(String from) {
    int address = from.indexOf('<');
    String name = (address > 0 ? from.substring(0, address) : from).strip();
    return name.length() > 1 && name.startsWith("\"") && name.endsWith("\"")
        ? name.substring(1, name.length() - 1)
        : name;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static int endOfLine(String text, int at) {
    int end = text.indexOf('\n', at);
    return end < 0 ? text.length() : end + 1;
  }
}
