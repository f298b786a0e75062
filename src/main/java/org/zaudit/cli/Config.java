package org.zaudit.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.zaudit.rules.UserError;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What a user set once for all runs, in {@code ~/.config/zaudit/config.yaml}.
 *
 * @param repositories names that {@code --repo} knows, and the URLs they stand for
 */
record Config(Map<String, String> repositories) {

  /** What comes with the program, and what the user's file adds or changes, if there is one. */
  static Config load(Folders folders) {
    Map<String, String> repositories = new LinkedHashMap<>();
    try (InputStream in = Config.class.getResourceAsStream("config.yaml")) {
      repositories.putAll(read(in, "config.yaml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Path file = folders.config().resolve("config.yaml");
    if (Files.isRegularFile(file)) {
      try (InputStream in = Files.newInputStream(file)) {
        repositories.putAll(read(in, file.toString()));
      } catch (IOException e) {
        throw new UserError("cannot be read", file.toString(), "check its permissions");
      }
    }
    return new Config(repositories);
  }

  private static Map<String, String> read(InputStream in, String name) {
    JsonNode root;
    try {
      root = YAMLMapper.shared().readTree(in);
    } catch (JacksonException e) {
      TokenStreamLocation at = e.getLocation();
      throw wrong("no YAML", at == null ? name : name + ":" + at.getLineNr());
    }
    if (!root.isObject() && !root.isNull() && !root.isMissingNode()) {
      throw wrong("unknown form", name);
    }
    Map<String, String> repositories = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> part : root.properties()) {
      if (!part.getKey().equals("repositories")) {
        throw wrong("unknown key '" + part.getKey() + "'", name);
      }
      repositories.putAll(urls(part.getValue(), name));
    }
    return repositories;
  }

  private static Map<String, String> urls(JsonNode names, String file) {
    if (!names.isObject()) {
      throw wrong("'repositories' names no URLs", file);
    }
    Map<String, String> urls = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> repository : names.properties()) {
      if (!repository.getValue().isString()) {
        throw wrong("'" + repository.getKey() + "' is not followed by a URL", file);
      }
      urls.put(repository.getKey(), repository.getValue().asString());
    }
    return urls;
  }

  private static UserError wrong(String what, String where) {
    return new UserError(what, where, "it may hold 'repositories:', with lines 'name: URL' below");
  }
}
