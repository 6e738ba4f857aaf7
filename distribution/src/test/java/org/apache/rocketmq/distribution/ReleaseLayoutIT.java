package org.apache.rocketmq.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.rocketmq.distribution.fixture.Release;
import org.junit.jupiter.api.Test;

/** What lies where. Source: release layout. */
class ReleaseLayoutIT {

    private final Path home = Release.assembled().home();

    @Test
    void topFolderHoldsWhatGuidesExpect() {
        assertThat(List.of("bin", "conf", "lib", "benchmark"))
                .allSatisfy(name -> assertThat(home.resolve(name)).isDirectory());
        assertThat(List.of("LICENSE", "NOTICE", "README.md"))
                .allSatisfy(name -> assertThat(home.resolve(name)).isNotEmptyFile());
    }

    @Test
    void everyScriptIsExecutable() throws IOException {
        try (Stream<Path> scripts = Files.list(home.resolve("bin"))) {
            assertThat(scripts).isNotEmpty().allMatch(Files::isExecutable);
        }
    }

    @Test
    void libIsFlatAndHoldsOurJarsByName() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("lib"))) {
            List<String> names =
                    files.map(file -> file.getFileName().toString()).toList();
            assertThat(names).allMatch(name -> name.endsWith(".jar"));
            for (String module : List.of("broker", "client", "common", "example", "namesrv", "remoting", "store")) {
                assertThat(names).anyMatch(name -> name.matches("rocketmq-" + module + "-4\\..*\\.jar"));
            }
        }
    }

    @Test
    void testLibrariesStayOut() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("lib"))) {
            assertThat(files).noneMatch(file -> file.getFileName().toString().matches("(junit|assertj|archunit).*"));
        }
    }
}
