package org.apache.rocketmq.common.config;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that a typo most likely meant. */
final class NearestName {
    private NearestName() {}

    /** The closest of {@code names} by edits, ignoring case; empty when nothing is near. */
    static Optional<String> of(String typo, Collection<String> names) {
        var lower = typo.toLowerCase(Locale.ROOT);
        String nearest = null;
        var fewest = Math.max(2, typo.length() / 4) + 1;
        for (var name : names) {
            var edits = edits(lower, name.toLowerCase(Locale.ROOT));
            if (edits < fewest) {
                fewest = edits;
                nearest = name;
            }
        }
        return Optional.ofNullable(nearest);
    }

    /** Levenshtein distance. */
    private static int edits(String from, String to) {
        var row = new int[to.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
