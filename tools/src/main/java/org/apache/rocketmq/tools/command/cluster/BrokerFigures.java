package org.apache.rocketmq.tools.command.cluster;

import java.util.Locale;
import java.util.Map;

/** The cells of a row of clusterList, out of a broker's run time table. An absent figure gives an empty or zero cell. */
record BrokerFigures(Map<String, String> table) {
    private static final double MILLIS_PER_HOUR = 3_600_000.0;

    private String text(String key) {
        return table.getOrDefault(key, "");
    }

    String version() {
        return text("brokerVersionDesc");
    }

    String in() {
        return load("putTps", "sendThreadPoolQueueSize", "sendThreadPoolQueueHeadWaitTimeMills");
    }

    String out() {
        return load("getTransferedTps", "pullThreadPoolQueueSize", "pullThreadPoolQueueHeadWaitTimeMills");
    }

    private String load(String rates, String queued, String waitMillis) {
        return String.format(Locale.ROOT, "%9.2f(%s,%sms)", number(first(text(rates))), text(queued), text(waitMillis));
    }

    String pageCacheWait() {
        return text("pageCacheLockTimeMills");
    }

    /** 4.9 quirk: an empty broker says -1, which counts from 1970. */
    String hours(long nowMillis) {
        String earliest = text("earliestMessageTimeStamp");
        double hours = earliest.isEmpty() ? 0 : (nowMillis - whole(earliest)) / MILLIS_PER_HOUR;
        return String.format(Locale.ROOT, "%2.2f", hours);
    }

    String diskRatio() {
        return String.format(Locale.ROOT, "%.4f", number(text("commitLogDiskRatio")));
    }

    long difference(String later, String earlier) {
        return whole(text(later)) - whole(text(earlier));
    }

    /** The rate of the last ten seconds; a broker that just started lists no rates, only a blank. */
    private static String first(String rates) {
        return rates.strip().split(" ")[0];
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static long whole(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
