package org.zaudit.history;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a mail, whatever its mailer wrapped it in (RFC 2045, RFC 2046). */
final class Mime {
  private static final Pattern BOUNDARY =
      Pattern.compile("boundary=(?:\"([^\"]{1,200})\"|([^\\s;\"]{1,200}))");
  private static final Pattern HEADER = Pattern.compile("([A-Za-z][A-Za-z0-9-]*):(.*)");

  /** Longer ones are no headers that a mailer wrote. */
  private static final int MOST_HEADERS = 1_000;

  /** A signed mail with an attachment needs two. */
  private static final int DEEPEST = 8;

  private Mime() {}

  /**
   * Reads headers, if there are any.
   *
   * @param headers by their names in lower case
   * @return where the body begins
   */
  static int headers(String text, Map<String, String> headers) {
    int at = 0;
    String last = "";
    for (int lines = 0; at < text.length() && lines < MOST_HEADERS; lines++) {
      int end = endOfLine(text, at);
      String line = text.substring(at, Math.min(end, at + 10_000)).stripTrailing();
      at = end;
      if (line.isEmpty()) {
        return at;
      }
      Matcher header = HEADER.matcher(line);
      if ((line.startsWith(" ") || line.startsWith("\t")) && !last.isEmpty()) {
        headers.computeIfPresent(last, (_, value) -> value + " " + line.strip());
      } else if (header.matches()) {
        last = header.group(1).toLowerCase(Locale.ROOT);
        headers.putIfAbsent(last, header.group(2).strip());
      } else {
        headers.clear();
        return 0;
      }
    }
    return at;
  }

  /** All that is text in a body with these headers, one part below the other. */
  static String text(String body, Map<String, String> headers) {
    return text(body, headers, 0);
  }

  private static String text(String body, Map<String, String> headers, int depth) {
    String type = headers.getOrDefault("content-type", "text/plain");
    String kind = type.toLowerCase(Locale.ROOT);
    Optional<String> boundary = boundary(type);
    if (kind.startsWith("multipart/") && boundary.isPresent() && depth < DEEPEST) {
      return parts(body, "--" + boundary.get(), depth);
    }
    return depth == 0 || isPatch(kind) ? decoded(body, headers) : "";
  }

  private static boolean isPatch(String type) {
    return type.startsWith("text/") && !type.startsWith("text/html")
        || type.contains("patch")
        || type.contains("diff")
        || type.startsWith("application/octet-stream");
  }

  private static Optional<String> boundary(String type) {
    Matcher found = BOUNDARY.matcher(type);
    return found.find()
        ? Optional.of(found.group(1) == null ? found.group(2) : found.group(1))
        : Optional.empty();
  }

  private static String parts(String body, String boundary, int depth) {
    var text = new StringBuilder(body.length());
    int start = -1;
    for (int at = 0; at < body.length(); at = endOfLine(body, at)) {
      if (body.startsWith(boundary, at)) {
        if (start >= 0) {
          text.append(part(body.substring(start, at), depth + 1));
        }
        boolean isLast = body.startsWith("--", at + boundary.length());
        start = isLast ? -1 : endOfLine(body, at);
        if (isLast) {
          break;
        }
      }
    }
    if (start >= 0) {
      text.append(part(body.substring(start), depth + 1));
    }
    return text.toString();
  }

  private static String part(String part, int depth) {
    Map<String, String> headers = new LinkedHashMap<>();
    // The line end before a boundary belongs to the boundary (RFC 2046, 5.1.1).
    String text = text(part.substring(headers(part, headers)), headers, depth);
    return text.isEmpty() || text.endsWith("\n") ? text : text + "\n";
  }

  private static String decoded(String body, Map<String, String> headers) {
    String encoding =
        headers.getOrDefault("content-transfer-encoding", "").toLowerCase(Locale.ROOT);
    return switch (encoding) {
      case "base64" ->
          new String(
              Base64.getMimeDecoder().decode(body.getBytes(StandardCharsets.ISO_8859_1)),
              StandardCharsets.ISO_8859_1);
      case "quoted-printable" -> quoted(body, false);
      default -> body;
    };
  }

  /** Quoted-printable (RFC 2045, 6.7), and its form for headers (RFC 2047, 4.2). */
  static String quoted(String text, boolean header) {
    var out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (header && c == '_') {
        out.append(' ');
      } else if (c == '=' && text.startsWith("\n", i + 1)) {
        i++;
      } else if (c == '=' && text.startsWith("\r\n", i + 1)) {
        i += 2;
      } else if (c == '=' && i + 2 < text.length() && isHex(text, i + 1) && isHex(text, i + 2)) {
        out.append((char) Integer.parseInt(text.substring(i + 1, i + 3), 16));
        i += 2;
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static boolean isHex(String text, int at) {
    return Character.digit(text.charAt(at), 16) >= 0;
  }

  private static int endOfLine(String text, int at) {
    int end = text.indexOf('\n', at);
    return end < 0 ? text.length() : end + 1;
  }
}
