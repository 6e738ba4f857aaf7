package org.apache.rocketmq.tools.command.line;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.rocketmq.client.ClientConfig;
import org.apache.rocketmq.common.MixAll;
import org.apache.rocketmq.common.namesrv.TopAddressing;

/**
 * Which name servers a call uses: option {@code -n}, else the property or environment variable, else what the address
 * server says. Confined to the thread that runs the command. Source: mqadmin, section 1.1.
 */
public final class NameServerChoice {
    private static final long LOOKUP_MILLIS = 700;

    private final String addresses;
    private final boolean dispensable;

    private NameServerChoice(String addresses, boolean dispensable) {
        this.addresses = addresses;
        this.dispensable = dispensable;
    }

    /**
     * @param configured the property or environment variable, or null
     * @throws CommandFailure when an address is not {@code host:port}
     */
    public static NameServerChoice of(Arguments arguments, String configured) throws CommandFailure {
        String addresses = arguments.text("n", configured);
        boolean known = addresses != null && !addresses.isBlank();
        if (known && !addresses.startsWith("http://")) {
            for (String address : addresses.split(";")) {
                if (!isHostAndPort(address)) {
                    throw new CommandFailure(
                            "name server address \"" + address + "\" is not host:port (several are separated by ;)");
                }
            }
        }
        return new NameServerChoice(known ? addresses : null, arguments.has("b") && isHostAndPort(arguments.text("b")));
    }

    private static boolean isHostAndPort(String address) {
        return address.trim().matches(".+:\\d{1,5}");
    }

    /**
     * @throws CommandFailure when no address is known, unless the command names the broker to talk to
     */
    void applyTo(ClientConfig config) throws CommandFailure {
        if (addresses != null) {
            config.setNamesrvAddr(addresses);
        } else if (!dispensable) {
            String found = askAddressServer();
            if (found == null || found.isBlank()) {
                throw new CommandFailure("no name server address is known: give -n host:port or set NAMESRV_ADDR");
            }
            config.setNamesrvAddr(found);
        }
    }

    /** Resolving the name of the address server may take long where there is none, so the wait is bounded. */
    private static String askAddressServer() {
        CompletableFuture<String> answer = new CompletableFuture<>();
        Thread asking = new Thread(
                () -> answer.complete(new TopAddressing(MixAll.getWSAddr()).fetchNSAddr(false, LOOKUP_MILLIS)),
                "AddressServerLookup");
        asking.setDaemon(true);
        asking.start();
        return answer.completeOnTimeout(null, LOOKUP_MILLIS, TimeUnit.MILLISECONDS)
                .join();
    }
}
