package org.zaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zaudit.rules.UserError;

class ConfigTest {
  @TempDir private Path home;

  @Test
  void knowsOpenZfsWithoutAFile() {
    assertThat(load().repositories()).containsKey("openzfs");
  }

  @Test
  void addsAndChangesNames() throws IOException {
    write("repositories:\n  mine: https://example.org/mine.git\n  openzfs: /srv/zfs.git\n");
    assertThat(load().repositories())
        .containsEntry("mine", "https://example.org/mine.git")
        .containsEntry("openzfs", "/srv/zfs.git");
  }

  @Test
  void acceptsAnEmptyFile() throws IOException {
    write("# nothing yet\n");
    assertThat(load().repositories()).containsKey("openzfs");
  }

  @ParameterizedTest
  @CsvSource({
    "'repos:\n  a: b\n', unknown key",
    "'repositories:\n  a: [b]\n', is not followed by a URL",
    "'repositories:\n  - a\n', names no URLs",
    "'[]', unknown",
    "'repositories: {a: b\n', : no YAML",
    "'\u0001', no YAML"
  })
  void saysWhereAFileIsWrong(String text, String place) throws IOException {
    write(text);
    assertThatThrownBy(this::load)
        .isInstanceOf(UserError.class)
        .hasMessageContaining(place)
        .hasMessageContaining("repositories:")
        .hasMessageNotContainingAny("\n", "org.zaudit", "tools.jackson");
  }

  @Test
  void findsFoldersAsXdgSays() {
    assertThat(Folders.of(Map.of("XDG_CACHE_HOME", "/c", "XDG_CONFIG_HOME", "not/absolute"), "/h"))
        .isEqualTo(new Folders(Path.of("/c/zaudit"), Path.of("/h/.config/zaudit")));
  }

  private Config load() {
    return Config.load(Folders.of(Map.of(), home.toString()));
  }

  private void write(String text) throws IOException {
    Path folder = Files.createDirectories(home.resolve(".config/zaudit"));
    Files.writeString(folder.resolve("config.yaml"), text);
  }
}
