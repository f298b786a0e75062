package org.zaudit.source;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text of a chunk, and what can be said of it wherever it stands. Equal by content. Characters
 * are the bytes of the file read as ISO 8859-1, so that offsets are byte offsets. Immutable; safe
 * to share between threads.
 */
public final class ChunkText {
  private final String text;

  // Worked out when first asked for. Several threads may do so at once and find the same.
  private volatile @Nullable Digest digest;
  private volatile @Nullable List<String> identifiers;

  /**
   * @param text the bytes, one char each
   */
  public ChunkText(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }

  /** Tells texts apart for good, across runs and machines. Worked out once. */
  public Digest digest() {
    Digest known = digest;
    if (known == null) {
      known = Digest.of(text.getBytes(StandardCharsets.ISO_8859_1));
      digest = known;
    }
    return known;
  }

  /**
   * The identifiers that stand in it outside of comments and literals, sorted, each once; those in
   * directives too, keywords left out. Worked out once.
   */
  public List<String> identifiers() {
    return identifiers(new Names());
  }

  /**
   * The same.
   *
   * @param names gives equal identifiers one object: a table that many texts share keeps memory
   *     small
   */
  public List<String> identifiers(Names names) {
    List<String> known = identifiers;
    if (known == null) {
      known = Identifiers.of(text, names);
      identifiers = known;
    }
    return known;
  }

  @Override
  public boolean equals(Object other) {
    return this == other || (other instanceof ChunkText that && text.equals(that.text));
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }

  /** The first 128 bits of SHA-256: no two texts of a repository share them. */
  public record Digest(long high, long low) implements Comparable<Digest> {
    public static Digest of(byte[] bytes) {
      try {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
        return new Digest(number(hash, 0), number(hash, 8));
      } catch (NoSuchAlgorithmException everyJavaHasIt) {
        throw new AssertionError(everyJavaHasIt);
      }
    }

    private static long number(byte[] bytes, int start) {
      long number = 0;
      for (int i = start; i < start + 8; i++) {
        number = number << 8 | (bytes[i] & 0xff);
      }
      return number;
    }

    @Override
    public int compareTo(Digest other) {
      int order = Long.compareUnsigned(high, other.high);
      return order != 0 ? order : Long.compareUnsigned(low, other.low);
    }

    /** 32 hexadecimal digits. */
    @Override
    public String toString() {
      return "%016x%016x".formatted(high, low);
    }
  }
}
