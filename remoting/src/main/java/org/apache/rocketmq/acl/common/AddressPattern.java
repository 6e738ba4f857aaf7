package org.apache.rocketmq.acl.common;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;

/**
 * Which remote addresses an entry of a white list means. Immutable.
 *
 * <p>Nothing at all matches no address; {@code *}, {@code *.*.*.*} and {@code *:*:*:*:*:*:*:*} match every one;
 * {@code 1.2.3.{4,5}} and {@code 1.2.3.4,1.2.3.5} are lists; {@code 1.2.3.*}, {@code 1.2.*.*}, {@code 1.2.3.10-20} and
 * {@code 1.2.10-20.*} are ranges; anything else is one address. The same holds for IPv6 in hex, with ranges in the last
 * two groups. Source: broker, access control files.
 */
public final class AddressPattern {
    private static final String EVERY_IPV4 = "*.*.*.*";
    private static final String EVERY_IPV6 = "*:*:*:*:*:*:*:*";

    private final String text;
    private final boolean every;
    private final List<GroupRanges> alternatives;

    private AddressPattern(String text, boolean every, List<GroupRanges> alternatives) {
        this.text = text;
        this.every = every;
        this.alternatives = alternatives;
    }

    /**
     * Reads an entry; null and blank match no address.
     *
     * @throws AclException {@code Netaddress examine Exception netaddress is <text>} when it is none of the forms
     */
    public static AddressPattern parse(String text) {
        String trimmed = text == null ? "" : text.trim();
        boolean every = trimmed.equals("*") || trimmed.equals(EVERY_IPV4) || trimmed.equals(EVERY_IPV6);
        if (every || trimmed.isEmpty()) {
            return new AddressPattern(trimmed, every, List.of());
        }
        List<GroupRanges> alternatives = new ArrayList<>();
        int brace = trimmed.indexOf('{');
        if (brace >= 0) {
            for (String address : AclUtils.getAddresses(trimmed, trimmed.substring(brace))) {
                alternatives.add(GroupRanges.literal(address, trimmed));
            }
        } else if (AclUtils.isComma(trimmed)) {
            for (String address : trimmed.split(",")) {
                alternatives.add(GroupRanges.literal(address.trim(), trimmed));
            }
        } else {
            alternatives.add(GroupRanges.range(trimmed));
        }
        return new AddressPattern(trimmed, false, List.copyOf(alternatives));
    }

    /** True when the pattern means that address. */
    public boolean matches(InetAddress address) {
        if (every) {
            return true;
        }
        byte[] bytes = address.getAddress();
        for (GroupRanges alternative : alternatives) {
            if (alternative.contain(bytes)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return text;
    }
}
