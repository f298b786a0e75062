package org.zaudit.report;

import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.SerializableString;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.io.SerializedString;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.MinimalPrettyPrinter;
import tools.jackson.core.util.Separators;

/** How we write JSON: UTF-8, {@code \n}, and nothing in strings that a terminal would act upon. */
final class JsonText {
  private JsonText() {}

  static JsonGenerator indented(OutputStream out) {
    var indenter = new DefaultIndenter("  ", "\n");
    Separators separators =
        PrettyPrinter.DEFAULT_SEPARATORS
            .withObjectNameValueSpacing(Separators.Spacing.AFTER)
            .withObjectEmptySeparator("")
            .withArrayEmptySeparator("");
    return generator(
        out,
        new DefaultPrettyPrinter()
            .withSeparators(separators)
            .withObjectIndenter(indenter)
            .withArrayIndenter(indenter));
  }

  static JsonGenerator lines(OutputStream out) {
    return generator(out, new MinimalPrettyPrinter("\n"));
  }

  private static JsonGenerator generator(OutputStream out, PrettyPrinter printer) {
    JsonFactory factory =
        JsonFactory.builder()
            .characterEscapes(new VisibleEscapes())
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();
    return factory.createGenerator(
        new ObjectWriteContext.Base() {
          @Override
          public PrettyPrinter getPrettyPrinter() {
            return printer;
          }

          @Override
          public boolean hasPrettyPrinter() {
            return true;
          }
        },
        out,
        JsonEncoding.UTF8);
  }

  /** Java strings may hold half of a surrogate pair, which UTF-8 cannot say. */
  static String wellFormed(String text) {
    if (text.chars().noneMatch(c -> Character.isSurrogate((char) c))) {
      return text;
    }
    return text.codePoints()
        .map(c -> Character.getType(c) == Character.SURROGATE ? 0xfffd : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** {@link Printable}'s dangerous characters, in JSON's own way of writing them. */
  private static final class VisibleEscapes extends CharacterEscapes {
    private static final long serialVersionUID = 1L;

    @Override
    public int[] getEscapeCodesForAscii() {
      int[] codes = standardAsciiEscapesForJSON();
      codes[0x7f] = ESCAPE_STANDARD;
      return codes;
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int ch) {
      String text = Character.toString(ch);
      return ch < 0x80 || Printable.of(text).equals(text)
          ? null
          : new SerializedString(String.format("\\u%04x", ch));
    }
  }
}
