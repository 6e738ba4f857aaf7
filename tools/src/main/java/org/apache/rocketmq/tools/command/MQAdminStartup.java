package org.apache.rocketmq.tools.command;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import org.apache.rocketmq.common.MixAll;

/**
 * Starts mqadmin: {@code java -cp ... org.apache.rocketmq.tools.command.MQAdminStartup <command> [options]}. The exit
 * status is 0, or 1 when anything failed.
 *
 * <p>Log files are opt-in, as opening them takes longer than most commands: {@code -Drocketmq.tools.log=true} logs as
 * {@code conf/logback_tools.xml} says, {@code -Dlogback.configurationFile=...} as another file says.
 */
public class MQAdminStartup {
    private static final String LOG_PROPERTY = "rocketmq.tools.log";
    private static final String LOGBACK_PROPERTY = "logback.configurationFile";
    private static final int OUTPUT_BUFFER_BYTES = 16 * 1024;

    public static void main(String[] args) {
        Path home = home();
        chooseLogging(home);
        PrintStream out = new PrintStream(
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), OUTPUT_BUFFER_BYTES),
                false,
                Charset.defaultCharset());
        int status = new AdminShell(out, System.err, home, nameServers()).run(args);
        // Client threads that have not ended yet shall not hold up the caller.
        System.exit(status);
    }

    private static Path home() {
        String home = System.getProperty(MixAll.ROCKETMQ_HOME_PROPERTY, System.getenv(MixAll.ROCKETMQ_HOME_ENV));
        return home == null || home.isBlank() ? null : Path.of(home);
    }

    private static String nameServers() {
        return System.getProperty(MixAll.NAMESRV_ADDR_PROPERTY, System.getenv(MixAll.NAMESRV_ADDR_ENV));
    }

    private static void chooseLogging(Path home) {
        if (System.getProperty(LOGBACK_PROPERTY) != null) {
            return;
        }
        if (home != null && Boolean.getBoolean(LOG_PROPERTY)) {
            System.setProperty(
                    LOGBACK_PROPERTY,
                    home.resolve("conf").resolve("logback_tools.xml").toString());
            return;
        }
        System.setProperty("slf4j.internal.verbosity", "WARN");
        System.setProperty("slf4j.provider", "org.slf4j.helpers.NOP_FallbackServiceProvider");
    }
}
