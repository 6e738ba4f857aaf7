package org.apache.rocketmq.client.instance;

import java.util.Map;

/** The threads of this JVM as text for running info. Source: client behaviour, section 14.1. */
final class ThreadDump {
    private ThreadDump() {}

    static String text() {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<Thread, StackTraceElement[]> entry :
                Thread.getAllStackTraces().entrySet()) {
            Thread thread = entry.getKey();
            text.append(String.format("%-40sTID: %d STATE: %s%n", thread.getName(), thread.getId(), thread.getState()));
            for (StackTraceElement frame : entry.getValue()) {
                text.append(String.format("%-40s%s%n", thread.getName(), frame));
            }
            text.append(System.lineSeparator());
        }
        return text.toString();
    }
}
