package org.apache.rocketmq.acl.common;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.rocketmq.common.constant.LoggerName;
import org.apache.rocketmq.common.file.FileReplacement;
import org.apache.rocketmq.common.json.Json;
import org.apache.rocketmq.common.json.JsonException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Accounts and rules in YAML. Nothing in the text can choose a class. Callers serialize writes of one file. */
public final class AclFile {
    private static final Logger log = LoggerFactory.getLogger(LoggerName.COMMON_LOGGER_NAME);

    private AclFile() {}

    /**
     * The content as a {@code type}, a map or a bean; null when there is no such file or nothing in it.
     *
     * @throws AclException naming the file, when it cannot be read, is not YAML, or does not fit
     */
    public static <T> T read(Path file, Class<T> type) {
        Object tree;
        try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
        } catch (NoSuchFileException e) {
            return null;
        } catch (IOException | YAMLException e) {
            throw new AclException("cannot read the ACL file " + file + ": " + e.getMessage(), e);
        }
        try {
            return type.isInstance(tree) ? type.cast(tree) : Json.bind(tree, type);
        } catch (JsonException e) {
            throw new AclException("the ACL file " + file + " is not as expected: " + e.getMessage(), e);
        }
    }

    /** Replaces the content, the previous one kept as {@code .bak}; false, logged, when that fails. */
    public static boolean write(Path file, Map<String, Object> content) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        try {
            FileReplacement.replace(file, new Yaml(options).dump(content));
            return true;
        } catch (IOException | YAMLException e) {
            log.error("cannot write the ACL file {}", file, e);
            return false;
        }
    }
}
