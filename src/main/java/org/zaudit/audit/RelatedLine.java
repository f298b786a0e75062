package org.zaudit.audit;

/** A place elsewhere that has a part in a finding. Lines count from 1. */
public record RelatedLine(String file, String function, int line, String note) {}
