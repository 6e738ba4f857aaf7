package org.apache.rocketmq.distribution.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import org.apache.rocketmq.remoting.exception.PortInUseException;

/** The program behind {@code mqlocal}: {@code [demo] [--data folder] [--port n]}. */
public final class LocalCluster {

    private static final int DEFAULT_PORT = 9876;
    private static final int MOST_PORT = 65_534 - LocalServers.BROKER_PORT_DISTANCE;
    private static final String USAGE =
            """
            usage: mqlocal [demo] [--data folder] [--port n]
              demo           send and receive a thousand messages, say how fast, end; without it run until Ctrl-C
              --data folder  where messages lie; default ~/mqlocal, for the demo a new folder
              --port n       port of the name server; default 9876. The broker takes port n + 1035""";

    private LocalCluster() {}

    public static void main(String[] args) {
        Options options;
        try {
            options = Options.parse(args);
        } catch (IllegalArgumentException e) {
            System.err.println("mqlocal: " + e.getMessage());
            System.err.println(USAGE);
            System.exit(1);
            return;
        }
        if (options.help()) {
            System.out.println(USAGE);
            return;
        }
        System.exit(run(options));
    }

    private static int run(Options options) {
        try {
            Path data = options.data() != null
                    ? options.data()
                    : options.demo()
                            ? Files.createTempDirectory("mqlocal-demo")
                            : Path.of(System.getProperty("user.home"), "mqlocal");
            Files.createDirectories(data);
            return run(options, data.toAbsolutePath());
        } catch (PortInUseException e) {
            return fail(e.getMessage() + "; --port chooses another one");
        } catch (IOException | IllegalStateException e) {
            return fail(e.getMessage() == null ? e.toString() : e.getMessage());
        }
    }

    private static int run(Options options, Path data) {
        CountDownLatch closed = new CountDownLatch(1);
        try (LocalServers servers = new LocalServers(data, options.port())) {
            servers.start();
            return options.demo() ? demo(servers, data) : runUntilInterrupted(servers, data, closed);
        } finally {
            closed.countDown();
        }
    }

    private static int demo(LocalServers servers, Path data) {
        try {
            Demo.Result result = new Demo(servers.nameServerAddress()).run();
            System.out.printf(
                    Locale.ROOT,
                    "sent %d, received %d, %d messages/s sent one after the other, data in %s%n",
                    result.sent(),
                    result.received(),
                    result.sentPerSecond(),
                    data);
            return result.complete() ? 0 : 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return fail("interrupted");
        } catch (Exception e) {
            return fail("the demo failed: " + e);
        }
    }

    /** The JVM ends when its shutdown hook does, so the hook waits until the main thread has closed the servers. */
    private static int runUntilInterrupted(LocalServers servers, Path data, CountDownLatch closed) {
        System.out.printf(
                "name server %s, broker %s, data in %s; Ctrl-C ends it%n",
                servers.nameServerAddress(), servers.brokerAddress(), data);
        CountDownLatch stop = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stopAndWait(stop, closed), "ShutdownHook"));
        try {
            stop.await();
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return fail("interrupted");
        }
    }

    private static void stopAndWait(CountDownLatch stop, CountDownLatch closed) {
        stop.countDown();
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int fail(String message) {
        System.err.println("mqlocal: " + message);
        return 1;
    }

    private record Options(boolean demo, boolean help, Path data, int port) {

        static Options parse(String[] args) {
            boolean demo = false;
            boolean help = false;
            Path data = null;
            int port = DEFAULT_PORT;
            for (int i = 0; i < args.length; i++) {
                switch (args[i]) {
                    case "demo" -> demo = true;
                    case "-h", "--help" -> help = true;
                    case "--data" -> data = Path.of(value(args, ++i));
                    case "--port" -> port = port(value(args, ++i));
                    default -> throw new IllegalArgumentException("unknown argument " + args[i]);
                }
            }
            return new Options(demo, help, data, port);
        }

        private static String value(String[] args, int index) {
            if (index >= args.length) {
                throw new IllegalArgumentException(args[index - 1] + " needs a value");
            }
            return args[index];
        }

        private static int port(String text) {
            try {
                int port = Integer.parseInt(text);
                if (port > 0 && port <= MOST_PORT) {
                    return port;
                }
            } catch (NumberFormatException e) {
                // said below
            }
            throw new IllegalArgumentException("--port " + text + " is not between 1 and " + MOST_PORT);
        }
    }
}
