package org.apache.rocketmq.store.retention;

/** Hours of the day named by {@code deleteWhen}: {@code 04} or {@code 02;14}. */
final class DeletionHours {
    private DeletionHours() {}

    /** Whether an hour (0..23) is named; entries that are no numbers never match. */
    static boolean contains(String deleteWhen, int hour) {
        for (String entry : deleteWhen.split(";")) {
            String trimmed = entry.trim();
            if (trimmed.matches("\\d{1,2}") && Integer.parseInt(trimmed) == hour) {
                return true;
            }
        }
        return false;
    }
}
