package org.apache.rocketmq.common.config;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The user's home folder, as {@code ~} at the start of a path names it. */
public final class HomeFolder {
    private HomeFolder() {}

    /** Replaces a leading {@code ~} of each comma-separated path; {@code ~name} stays, it is someone else's home. */
    public static String expand(String paths) {
        if (paths.indexOf('~') < 0) {
            return paths;
        }
        return Arrays.stream(paths.split(",", -1)).map(HomeFolder::expandOne).collect(Collectors.joining(","));
    }

    private static String expandOne(String path) {
        var isHome = path.equals("~") || path.startsWith("~/") || path.startsWith("~\\");
        return isHome ? System.getProperty("user.home") + path.substring(1) : path;
    }
}
