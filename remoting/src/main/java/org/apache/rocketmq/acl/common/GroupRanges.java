package org.apache.rocketmq.acl.common;

/**
 * A lowest and a highest value for each group of an address: four decimal ones of a byte, or eight hexadecimal ones of two
 * bytes. Only the last groups may span more than one value. Immutable.
 */
final class GroupRanges {
    private static final int IPV4_GROUPS = 4;
    private static final int IPV6_GROUPS = 8;

    private final int[] low;
    private final int[] high;

    private GroupRanges(int groups) {
        low = new int[groups];
        high = new int[groups];
    }

    /** One address, without {@code *} or ranges. {@code whole} is named when it is wrong. */
    static GroupRanges literal(String address, String whole) {
        if (AclUtils.isAsterisk(address) || AclUtils.isMinus(address)) {
            throw invalid(whole);
        }
        return parse(address, whole);
    }

    /** An address whose last groups may be {@code *} or {@code x-y}. */
    static GroupRanges range(String address) {
        return parse(address, address);
    }

    private static GroupRanges parse(String address, String whole) {
        boolean ipv6 = AclUtils.isColon(address);
        String[] groups = ipv6 ? expanded(address, whole).split(":", -1) : address.split("\\.", -1);
        GroupRanges ranges = new GroupRanges(ipv6 ? IPV6_GROUPS : IPV4_GROUPS);
        if (groups.length != ranges.low.length) {
            throw invalid(whole);
        }
        int firstSpan = ipv6 ? IPV6_GROUPS - 2 : 1;
        boolean spanning = false;
        for (int i = 0; i < groups.length; i++) {
            boolean star = groups[i].equals("*");
            int minus = groups[i].indexOf('-');
            boolean span = star || minus >= 0;
            boolean rangeTooEarly = minus >= 0 && i < groups.length - 2;
            if (span && (i < firstSpan || rangeTooEarly) || spanning && !star) {
                throw invalid(whole);
            }
            spanning |= span;
            ranges.set(i, groups[i], star, minus, whole);
        }
        return ranges;
    }

    private void set(int i, String group, boolean star, int minus, String whole) {
        if (star) {
            high[i] = largest();
        } else if (minus >= 0) {
            low[i] = number(group.substring(0, minus), whole);
            high[i] = number(group.substring(minus + 1), whole);
        } else {
            low[i] = number(group, whole);
            high[i] = low[i];
        }
        if (low[i] > high[i]) {
            throw invalid(whole);
        }
    }

    private int largest() {
        return low.length == IPV4_GROUPS ? 0xFF : 0xFFFF;
    }

    private int number(String group, String whole) {
        int radix = low.length == IPV4_GROUPS ? 10 : 16;
        int value = 0;
        for (int i = 0; i < group.length(); i++) {
            int digit = Character.digit(group.charAt(i), radix);
            value = value * radix + digit;
            if (digit < 0 || value > largest()) {
                throw invalid(whole);
            }
        }
        if (group.isEmpty()) {
            throw invalid(whole);
        }
        return value;
    }

    /** With the zero groups that {@code ::} stands for. */
    private static String expanded(String address, String whole) {
        int gap = address.indexOf("::");
        if (gap < 0) {
            return address;
        }
        String before = address.substring(0, gap);
        String after = address.substring(gap + 2);
        int missing = IPV6_GROUPS - groupsIn(before) - groupsIn(after);
        if (missing < 1 || after.contains("::")) {
            throw invalid(whole);
        }
        String zeros = "0:".repeat(missing).substring(0, missing * 2 - 1);
        return (before.isEmpty() ? "" : before + ":") + zeros + (after.isEmpty() ? "" : ":" + after);
    }

    private static int groupsIn(String part) {
        return part.isEmpty() ? 0 : part.split(":", -1).length;
    }

    /** True when every group of the address is in its range. */
    boolean contain(byte[] address) {
        int groupBytes = low.length == IPV4_GROUPS ? 1 : 2;
        if (address.length != low.length * groupBytes) {
            return false;
        }
        for (int i = 0; i < low.length; i++) {
            int value = address[i * groupBytes] & 0xFF;
            if (groupBytes == 2) {
                value = value << 8 | address[i * 2 + 1] & 0xFF;
            }
            if (value < low[i] || value > high[i]) {
                return false;
            }
        }
        return true;
    }

    static AclException invalid(String address) {
        return new AclException("Netaddress examine Exception netaddress is " + address);
    }
}
