package org.zaudit.analysis;

/** How sure a finding is, lowest first. */
public enum Confidence {
  POSSIBLE("possible"),
  LIKELY("likely"),
  CERTAIN("certain");

  private final String id;

  Confidence(String id) {
    this.id = id;
  }

  public String id() {
    return id;
  }
}
