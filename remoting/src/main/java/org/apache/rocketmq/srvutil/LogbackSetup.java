package org.apache.rocketmq.srvutil;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/** Loads the log configuration of the release folder. Called once, by a server's start; needs logback on the class path. */
public final class LogbackSetup {
    private LogbackSetup() {}

    /** @throws StartFailure when the file is missing or broken */
    public static void load(Path file) throws StartFailure {
        if (!Files.isReadable(file)) {
            throw new StartFailure(
                    StartFailure.STATUS_FAILED,
                    "The logging configuration " + file + " cannot be read; it belongs to the release, ROCKETMQ_HOME"
                            + " must name the folder of the release");
        }
        if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
            return;
        }
        context.reset();
        var configurator = new JoranConfigurator();
        configurator.setContext(context);
        try {
            configurator.doConfigure(file.toFile());
        } catch (JoranException broken) {
            throw new StartFailure(
                    StartFailure.STATUS_FAILED,
                    "The logging configuration " + file + " is broken: " + broken.getMessage());
        }
    }
}
