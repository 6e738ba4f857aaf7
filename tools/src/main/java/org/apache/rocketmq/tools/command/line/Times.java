package org.apache.rocketmq.tools.command.line;

import java.util.Date;
import org.apache.rocketmq.common.UtilAll;

/** Points in time as the command line reads and prints them, in the local zone. Source: mqadmin, section 2.3. */
public final class Times {
    private Times() {}

    static long parse(String option, String text) throws CommandFailure {
        if (text.matches("-?\\d+")) {
            return Long.parseLong(text);
        }
        Date date = UtilAll.parseDate(text, UtilAll.YYYY_MM_DD_HH_MM_SS_SSS);
        if (date == null) {
            throw new CommandFailure("option -" + option + " must be epoch milliseconds or "
                    + UtilAll.YYYY_MM_DD_HH_MM_SS_SSS + ", not \"" + text + "\"");
        }
        return date.getTime();
    }

    /** {@code yyyy-MM-dd HH:mm:ss,SSS}. */
    public static String withMillis(long epochMillis) {
        return UtilAll.timeMillisToHumanString2(epochMillis);
    }

    /** {@code yyyy-MM-dd HH:mm:ss}. */
    public static String toSeconds(long epochMillis) {
        return UtilAll.formatDate(new Date(epochMillis), UtilAll.YYYY_MM_DD_HH_MM_SS);
    }
}
