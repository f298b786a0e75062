package org.zaudit.history;

/**
 * An object that is missing or cannot be read.
 *
 * @param object 40 hex digits
 * @param path of the file or folder it stands for; empty for a commit
 */
public record Damage(String object, String path, String reason) {}
