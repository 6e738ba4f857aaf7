package org.apache.rocketmq.namesrv;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.apache.commons.cli.ParseException;
import org.apache.rocketmq.common.MQVersion;
import org.apache.rocketmq.common.config.ConfigProblem;
import org.apache.rocketmq.common.config.Settings;
import org.apache.rocketmq.common.config.StrictConfigException;
import org.apache.rocketmq.common.constant.LoggerName;
import org.apache.rocketmq.common.namesrv.NamesrvConfig;
import org.apache.rocketmq.remoting.exception.PortInUseException;
import org.apache.rocketmq.remoting.netty.NettyServerConfig;
import org.apache.rocketmq.remoting.protocol.RemotingCommand;
import org.apache.rocketmq.srvutil.LogbackSetup;
import org.apache.rocketmq.srvutil.StartFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The program behind {@code mqnamesrv}. Exit statuses and texts: release, mqnamesrv. */
public final class NamesrvStartup {
    private static final int DEFAULT_PORT = 9876;
    private static final int STATUS_BAD_OPTION = 1;

    private final PrintStream out;
    private final PrintStream err;

    NamesrvStartup(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public static void main(String[] args) {
        System.setProperty(RemotingCommand.REMOTING_VERSION_KEY, Integer.toString(MQVersion.CURRENT_VERSION));
        int status = new NamesrvStartup(System.out, System.err).run(args);
        if (status != RUNNING) {
            System.exit(status);
        }
    }

    /** What {@link #run} gives while the server lives on. */
    static final int RUNNING = Integer.MIN_VALUE;

    /** @return the exit status, or {@link #RUNNING} */
    int run(String[] args) {
        CommandLineOptions options;
        try {
            options = CommandLineOptions.parse(args);
        } catch (ParseException badOption) {
            err.println(badOption.getMessage());
            out.println(CommandLineOptions.USAGE);
            return STATUS_BAD_OPTION;
        }
        if (options.help()) {
            out.println(CommandLineOptions.USAGE);
            return 0;
        }
        try {
            return start(options);
        } catch (StartFailure failure) {
            (failure.status() == StartFailure.STATUS_NO_HOME ? out : err).println(failure.getMessage());
            return failure.status();
        } catch (RuntimeException unexpected) {
            unexpected.printStackTrace(err);
            return StartFailure.STATUS_FAILED;
        }
    }

    private int start(CommandLineOptions options) throws StartFailure {
        var namesrvConfig = new NamesrvConfig();
        var nettyServerConfig = new NettyServerConfig();
        nettyServerConfig.setListenPort(DEFAULT_PORT);
        var settings = NamesrvSettings.of(namesrvConfig, nettyServerConfig);
        List<ConfigProblem> problems = List.of();
        if (options.configFile() != null) {
            problems = load(settings, options.configFile());
            namesrvConfig.setConfigStorePath(options.configFile());
        }
        if (options.print()) {
            settings.lines().forEach(this::printItem);
            return 0;
        }
        if (namesrvConfig.getRocketmqHome() == null) {
            throw new StartFailure(
                    StartFailure.STATUS_NO_HOME,
                    "Please set the ROCKETMQ_HOME variable in your environment to match the location of the RocketMQ"
                            + " installation");
        }
        LogbackSetup.load(Path.of(namesrvConfig.getRocketmqHome(), "conf", "logback_namesrv.xml"));
        var log = LoggerFactory.getLogger(LoggerName.NAMESRV_LOGGER_NAME);
        problems.forEach(problem -> {
            if (problem.isWarning()) {
                log.warn("{}", problem);
            } else {
                log.info("{}", problem);
            }
        });
        settings.lines().forEach(log::info);
        run(new NamesrvController(namesrvConfig, nettyServerConfig, settings, System::currentTimeMillis), log);
        return RUNNING;
    }

    private List<ConfigProblem> load(Settings settings, String file) throws StartFailure {
        try {
            var problems = settings.load(Path.of(file));
            out.println("load config properties file OK, " + file);
            problems.stream().filter(ConfigProblem::isWarning).forEach(out::println);
            return problems;
        } catch (IOException unreadable) {
            throw new StartFailure(
                    StartFailure.STATUS_FAILED, "The configuration file " + file + " cannot be read: " + unreadable);
        } catch (StrictConfigException refused) {
            throw new StartFailure(StartFailure.STATUS_FAILED, refused.getMessage());
        }
    }

    private void run(NamesrvController controller, Logger log) throws StartFailure {
        if (!controller.initialize()) {
            controller.shutdown();
            throw new StartFailure(
                    StartFailure.STATUS_NOT_INITIALIZED,
                    "The name server cannot load the KV configuration "
                            + controller.getNamesrvConfig().getKvConfigPath()
                            + " (kvConfigPath); namesrv.log says why");
        }
        try {
            controller.start();
        } catch (PortInUseException taken) {
            controller.shutdown();
            throw new StartFailure(
                    StartFailure.STATUS_FAILED,
                    "The name server does not start, it " + taken.getMessage()
                            + "; another name server may be running, listenPort in the -c file chooses another port");
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> shutdown(controller, log), "ShutdownHook"));
        var boot =
                "The Name Server boot success. serializeType=" + RemotingCommand.getSerializeTypeConfigInThisServer();
        log.info(boot);
        out.println(boot);
    }

    private static void shutdown(NamesrvController controller, Logger log) {
        log.info("shutdown hook was invoked, 1 times.");
        long begin = System.nanoTime();
        controller.shutdown();
        log.info("shutdown hook done, consuming time total(ms): {}", (System.nanoTime() - begin) / 1_000_000);
    }

    /** The line of 4.9's console logger. */
    private void printItem(String line) {
        out.println(LocalTime.now().format(DateTimeFormatter.ofPattern("HH:mm:ss.SSS")) + " [main] INFO "
                + LoggerName.NAMESRV_CONSOLE_NAME + " - " + line);
    }
}
