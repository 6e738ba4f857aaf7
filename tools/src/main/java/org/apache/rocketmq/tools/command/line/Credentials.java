package org.apache.rocketmq.tools.command.line;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.rocketmq.acl.common.AclClientRPCHook;
import org.apache.rocketmq.acl.common.AclFile;
import org.apache.rocketmq.acl.common.SessionCredentials;
import org.apache.rocketmq.remoting.RPCHook;

/** The account of {@code conf/tools.yml} that signs all requests. Source: mqadmin, section 1.6. */
public final class Credentials {
    /** What every shipped or edited file looks like; anything else is left to the YAML reader, which loads slowly. */
    private static final Pattern PLAIN_LINE = Pattern.compile("\\s*(#.*)?|(\\w+):\\s+([\\w.-]+)\\s*");

    private Credentials() {}

    /** The signing hook; null without a file, or when a key in it is missing or blank. */
    public static RPCHook hook(Path file) throws CommandFailure {
        if (!Files.isReadable(file)) {
            return null;
        }
        Map<?, ?> content = read(file);
        String accessKey = text(content.get("accessKey"));
        String secretKey = text(content.get("secretKey"));
        if (accessKey.isEmpty() || secretKey.isEmpty()) {
            return null;
        }
        return new AclClientRPCHook(new SessionCredentials(accessKey, secretKey));
    }

    private static Map<?, ?> read(Path file) throws CommandFailure {
        Map<String, String> plain = new HashMap<>();
        try {
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                Matcher matcher = PLAIN_LINE.matcher(line);
                if (!matcher.matches()) {
                    Map<?, ?> content = AclFile.read(file, Map.class);
                    return content == null ? Map.of() : content;
                }
                if (matcher.group(2) != null) {
                    plain.put(matcher.group(2), matcher.group(3));
                }
            }
        } catch (IOException e) {
            throw new CommandFailure("cannot read " + file + ": " + e.getMessage());
        }
        return plain;
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString().trim();
    }
}
