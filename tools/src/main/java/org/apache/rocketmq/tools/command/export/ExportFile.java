package org.apache.rocketmq.tools.command.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.rocketmq.common.json.Json;
import org.apache.rocketmq.tools.command.line.AdminSession;

/** A JSON file in the folder of an export; an older one is replaced. Source: mqadmin, section 4.10. */
record ExportFile(String folder, String name) {
    static final String DEFAULT_FOLDER = "/tmp/rocketmq/export";

    void write(AdminSession session, Object content) throws IOException {
        Path directory = Path.of(folder);
        Files.createDirectories(directory);
        Files.write(directory.resolve(name), Json.writePretty(content).getBytes(StandardCharsets.UTF_8));
        session.print("export %s/%s success%n", folder, name);
    }
}
