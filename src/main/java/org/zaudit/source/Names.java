package org.zaudit.source;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Keeps one string for each name, so that the millions of places that mention the same few names
 * share it. Grows only. Safe to share between threads.
 */
public final class Names {
  private final ConcurrentMap<String, String> table = new ConcurrentHashMap<>();

  /** An equal string, the same for all equal names. */
  public String shared(String name) {
    String known = table.putIfAbsent(name, name);
    return known == null ? name : known;
  }
}
