package org.zaudit.source;

/**
 * The text of a chunk, and what can be said of it wherever it stands. Equal by content. Characters
 * are the bytes of the file read as ISO 8859-1, so that offsets are byte offsets.
 *
 * @param text the bytes, one char each
 */
public record ChunkText(String text) {}
