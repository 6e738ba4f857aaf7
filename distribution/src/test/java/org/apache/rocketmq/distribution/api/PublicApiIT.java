package org.apache.rocketmq.distribution.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.rocketmq.distribution.fixture.Release;
import org.junit.jupiter.api.Test;

/**
 * Compares the public members of our release with those of 4.9.7. Classes of tier 1, which existing programs and tools
 * import, may lack only what {@code public-api/missing.txt} names with a reason.
 */
class PublicApiIT {
    private static final Path OFFICIAL = Path.of(System.getProperty("official.lib", "target/official-4.9.7/lib"))
            .toAbsolutePath();

    @Test
    void everyMemberThatProgramsUseIsThereUnlessAReasonIsGiven() throws IOException {
        Map<Integer, Set<String>> missing = new TreeMap<>(Map.of(1, new TreeSet<>(), 2, new TreeSet<>()));
        Map<Integer, Integer> wanted = new TreeMap<>();
        try (ApiMembers official = ApiMembers.ofJarsIn(OFFICIAL);
                ApiMembers ours = ApiMembers.ofJarsIn(Release.assembled().home().resolve("lib"))) {
            for (String line : lines("public-api/classes.txt")) {
                int tier = Integer.parseInt(line.substring(0, 1));
                String className = line.substring(2);
                Set<String> members = official.of(className);
                Set<String> found = ours.of(className);
                wanted.merge(tier, members.size(), Integer::sum);
                for (String member : members) {
                    if (!found.contains(member)) {
                        missing.get(tier).add(className + ": " + member);
                    }
                }
            }
        }

        wanted.forEach((tier, count) -> System.out.printf(
                "public API tier %d: %d of %d members of 4.9.7%n",
                tier, count - missing.get(tier).size(), count));
        missing.get(2).forEach(member -> System.out.println("  tier 2 lacks " + member));
        assertThat(missing.get(1)).isEqualTo(allowed().keySet());
    }

    /** Member to reason. */
    private static Map<String, String> allowed() throws IOException {
        Map<String, String> allowed = new LinkedHashMap<>();
        String reason = null;
        for (String line : lines("public-api/missing.txt")) {
            if (line.startsWith("because ")) {
                reason = line;
            } else {
                assertThat(reason).as("reason for %s", line).isNotNull();
                allowed.put(line, reason);
            }
        }
        return allowed;
    }

    private static List<String> lines(String resource) throws IOException {
        List<String> lines = new ArrayList<>();
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                PublicApiIT.class.getClassLoader().getResourceAsStream(resource), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    lines.add(line);
                }
            }
        }
        return lines;
    }
}
