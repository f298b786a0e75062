package org.zaudit.cli;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A number of bytes, as people write it: {@code 500M}, {@code 2 GiB}, {@code 0}. */
record ByteSize(long bytes) {
  static final ByteSize DEFAULT = new ByteSize(2L << 30);

  private static final Pattern FORM = Pattern.compile("(\\d{1,9})\\s*([KMGT]?)(I?B)?");

  static final class Reader implements ITypeConverter<ByteSize> {
    @Override
    public ByteSize convert(String text) {
      Matcher found = FORM.matcher(text.strip().toUpperCase(Locale.ROOT));
      if (!found.matches()) {
        throw new TypeConversionException("'" + text + "' is no size such as 500M or 2GiB");
      }
      int power = found.group(2).isEmpty() ? 0 : "KMGT".indexOf(found.group(2)) + 1;
      return new ByteSize(Long.parseLong(found.group(1)) << 10 * power);
    }
  }
}
