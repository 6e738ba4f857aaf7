package org.apache.rocketmq.broker;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.apache.commons.cli.ParseException;
import org.apache.rocketmq.common.BrokerConfig;
import org.apache.rocketmq.common.LocalAddress;
import org.apache.rocketmq.common.UtilAll;
import org.apache.rocketmq.common.config.ConfigProblem;
import org.apache.rocketmq.common.config.Settings;
import org.apache.rocketmq.common.config.StrictConfigException;
import org.apache.rocketmq.common.constant.LoggerName;
import org.apache.rocketmq.remoting.common.TlsMode;
import org.apache.rocketmq.remoting.exception.PortInUseException;
import org.apache.rocketmq.remoting.netty.NettyClientConfig;
import org.apache.rocketmq.remoting.netty.NettyServerConfig;
import org.apache.rocketmq.remoting.netty.TlsSystemConfig;
import org.apache.rocketmq.remoting.protocol.RemotingCommand;
import org.apache.rocketmq.srvutil.LogbackSetup;
import org.apache.rocketmq.srvutil.StartFailure;
import org.apache.rocketmq.store.config.BrokerRole;
import org.apache.rocketmq.store.config.MessageStoreConfig;
import org.apache.rocketmq.store.delay.DelayLevels;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The program behind {@code mqbroker}. Exit statuses and texts: broker specification, start-up. */
public final class BrokerStartup {
    private static final int DEFAULT_PORT = 10911;
    private static final int STATUS_BAD_OPTION = 1;

    /** What {@link #run} gives while the broker lives on. */
    static final int RUNNING = Integer.MIN_VALUE;

    /** The log configuration puts its files into the sub folder that this property names. */
    private static final String LOG_FOLDER_PROPERTY = "brokerLogDir";

    private final PrintStream out;
    private final PrintStream err;
    private final Consumer<Thread> shutdownHooks;
    private final BrokerConfig brokerConfig = new BrokerConfig();
    private final NettyServerConfig serverConfig = new NettyServerConfig();
    private final NettyClientConfig clientConfig = new NettyClientConfig();
    private final MessageStoreConfig storeConfig = new MessageStoreConfig();
    private final Settings settings = BrokerSettings.of(brokerConfig, serverConfig, clientConfig, storeConfig);

    /** @param shutdownHooks takes the thread that stops the broker, before the start is reported */
    BrokerStartup(PrintStream out, PrintStream err, Consumer<Thread> shutdownHooks) {
        this.out = out;
        this.err = err;
        this.shutdownHooks = shutdownHooks;
        serverConfig.setListenPort(DEFAULT_PORT);
        clientConfig.setUseTLS(Boolean.parseBoolean(System.getProperty(
                TlsSystemConfig.TLS_ENABLE, String.valueOf(TlsSystemConfig.tlsMode == TlsMode.ENFORCING))));
    }

    public static void main(String[] args) {
        int status = new BrokerStartup(System.out, System.err, Runtime.getRuntime()::addShutdownHook).run(args);
        if (status != RUNNING) {
            System.exit(status);
        }
    }

    /** @return the exit status, or {@link #RUNNING} */
    int run(String[] args) {
        BrokerOptions options;
        try {
            options = BrokerOptions.parse(args);
        } catch (ParseException badOption) {
            err.println(badOption.getMessage());
            out.print(BrokerOptions.USAGE);
            return STATUS_BAD_OPTION;
        }
        if (options.help()) {
            out.print(BrokerOptions.USAGE);
            return 0;
        }
        try {
            return start(options);
        } catch (StartFailure failure) {
            boolean known = failure.status() == StartFailure.STATUS_NO_HOME
                    || failure.status() == StartFailure.STATUS_NOT_INITIALIZED;
            (known ? out : err).println(failure.getMessage());
            return failure.status();
        } catch (RuntimeException unexpected) {
            unexpected.printStackTrace(err);
            return StartFailure.STATUS_FAILED;
        }
    }

    private int start(BrokerOptions options) throws StartFailure {
        List<ConfigProblem> problems = options.configFile() == null ? List.of() : load(options.configFile());
        if (options.namesrvAddr() != null) {
            brokerConfig.setNamesrvAddr(options.namesrvAddr());
        }
        check();
        if (options.printAll() || options.printImportant()) {
            (options.printAll() ? settings.lines() : settings.importantLines()).forEach(this::printItem);
            return 0;
        }
        if (brokerConfig.isIsolateLogEnable()) {
            System.setProperty(LOG_FOLDER_PROPERTY, brokerConfig.getBrokerName() + "_" + brokerConfig.getBrokerId());
        }
        LogbackSetup.load(Path.of(brokerConfig.getRocketmqHome(), "conf", "logback_broker.xml"));
        Logger log = LoggerFactory.getLogger(LoggerName.BROKER_LOGGER_NAME);
        problems.forEach(problem -> {
            if (problem.isWarning()) {
                log.warn("{}", problem);
            } else {
                log.info("{}", problem);
            }
        });
        settings.lines().forEach(log::info);
        start(log);
        return RUNNING;
    }

    private List<ConfigProblem> load(String file) throws StartFailure {
        try {
            List<ConfigProblem> problems = settings.load(Path.of(file));
            problems.stream().filter(ConfigProblem::isWarning).forEach(out::println);
            return problems;
        } catch (IOException unreadable) {
            throw new StartFailure(
                    StartFailure.STATUS_FAILED, "The configuration file " + file + " cannot be read: " + unreadable);
        } catch (StrictConfigException refused) {
            throw new StartFailure(StartFailure.STATUS_FAILED, refused.getMessage());
        }
    }

    /** The checks before anything is touched, in the order of the specification. */
    private void check() throws StartFailure {
        if (brokerConfig.getRocketmqHome() == null) {
            throw new StartFailure(
                    StartFailure.STATUS_NO_HOME,
                    "Please set the ROCKETMQ_HOME variable in your environment to match the location of the RocketMQ"
                            + " installation");
        }
        String addresses = brokerConfig.getNamesrvAddr();
        if (addresses != null) {
            for (String address : addresses.split(";")) {
                checkAddress(address.trim());
            }
        }
        // 4.9 quirk: a master has id 0 and the replication port follows the main port, whatever the file says.
        storeConfig.setHaListenPort(serverConfig.getListenPort() + 1);
        if (storeConfig.getBrokerRole() != BrokerRole.SLAVE) {
            brokerConfig.setBrokerId(0);
        } else if (brokerConfig.getBrokerId() <= 0) {
            throw new StartFailure(StartFailure.STATUS_NOT_INITIALIZED, "Slave's brokerId must be > 0");
        }
        try {
            DelayLevels.parse(storeConfig.getMessageDelayLevel());
        } catch (IllegalArgumentException unreadable) {
            throw new StartFailure(
                    StartFailure.STATUS_NOT_INITIALIZED, "The broker does not start: " + unreadable.getMessage());
        }
        if (brokerConfig.isAclEnable()) {
            throw new StartFailure(
                    StartFailure.STATUS_FAILED,
                    "aclEnable=true: this broker has no access control and would let everybody in, remove the key");
        }
        if (storeConfig.isEnableDLegerCommitLog()) {
            throw new StartFailure(
                    StartFailure.STATUS_FAILED,
                    "enableDLegerCommitLog=true: this broker has no DLedger mode, remove the key");
        }
    }

    private static void checkAddress(String address) throws StartFailure {
        int colon = address.lastIndexOf(':');
        boolean valid = colon > 0;
        if (valid) {
            try {
                int port = Integer.parseInt(address.substring(colon + 1));
                valid = port > 0 && port < 65536;
            } catch (NumberFormatException e) {
                valid = false;
            }
        }
        if (!valid) {
            throw new StartFailure(
                    StartFailure.STATUS_NOT_INITIALIZED,
                    "The Name Server Address[" + address + "] illegal, please set it as follows, "
                            + "\"127.0.0.1:9876;192.168.0.1:9876\"");
        }
    }

    private void start(Logger log) throws StartFailure {
        var controller = new BrokerController(brokerConfig, serverConfig, clientConfig, storeConfig, settings);
        try {
            controller.open();
        } catch (IOException unusable) {
            log.error("the broker does not start", unusable);
            controller.shutdown();
            throw new StartFailure(
                    locked(unusable) ? StartFailure.STATUS_FAILED : StartFailure.STATUS_NOT_INITIALIZED,
                    "The broker does not start: " + unusable.getMessage());
        }
        try {
            controller.start();
        } catch (PortInUseException taken) {
            controller.shutdown();
            throw new StartFailure(
                    StartFailure.STATUS_FAILED,
                    "The broker does not start, it " + taken.getMessage()
                            + "; another broker may be running, listenPort in the -c file chooses another port"
                            + " (the broker also takes listenPort-2 and listenPort+1)");
        } catch (UncheckedIOException impossible) {
            controller.shutdown();
            throw new StartFailure(StartFailure.STATUS_FAILED, "The broker does not start: " + impossible.getMessage());
        }
        shutdownHooks.accept(new Thread(() -> shutdown(controller, log), "ShutdownHook"));
        log.info(
                "advertised address: brokerIP1={}; {}. Set brokerIP1 in the -c file to change it.",
                brokerConfig.getBrokerIP1(),
                LocalAddress.explain());
        String boot = "The broker[" + brokerConfig.getBrokerName() + ", " + controller.getBrokerAddr()
                + "] boot success. serializeType=" + RemotingCommand.getSerializeTypeConfigInThisServer();
        if (brokerConfig.getNamesrvAddr() != null) {
            boot += " and name server is " + brokerConfig.getNamesrvAddr();
        }
        log.info(boot);
        out.println(boot);
    }

    private static boolean locked(IOException failure) {
        return failure.getMessage() != null && failure.getMessage().contains("Lock failed");
    }

    private static void shutdown(BrokerController controller, Logger log) {
        log.info("Shutdown hook was invoked, 1");
        long begin = System.nanoTime();
        controller.shutdown();
        log.info("Shutdown hook over, consuming total time(ms): {}", (System.nanoTime() - begin) / 1_000_000);
    }

    private void printItem(String line) {
        out.println(UtilAll.timeMillisToHumanString2(System.currentTimeMillis()) + " INFO main - " + line);
    }
}
