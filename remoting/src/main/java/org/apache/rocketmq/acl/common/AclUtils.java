package org.apache.rocketmq.acl.common;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.apache.rocketmq.remoting.RPCHook;
import org.apache.rocketmq.remoting.protocol.RemotingCommand;

/**
 * What is signed and with what, the forms of addresses, and ACL files. Source: wire protocol, ACL signing; broker, access
 * control. Without state.
 */
public class AclUtils {
    /** The values of the fields in their order, without the signature, followed by the body. Null counts as "null". */
    public static byte[] combineRequestContent(RemotingCommand request, SortedMap<String, String> fieldsMap) {
        StringBuilder values = new StringBuilder();
        for (Map.Entry<String, String> field : fieldsMap.entrySet()) {
            if (!SessionCredentials.SIGNATURE.equals(field.getKey())) {
                values.append(field.getValue());
            }
        }
        return combineBytes(values.toString().getBytes(SessionCredentials.CHARSET), request.getBody());
    }

    /** Both arrays, one after the other; null counts as empty. */
    public static byte[] combineBytes(byte[] b1, byte[] b2) {
        byte[] first = b1 == null ? new byte[0] : b1;
        if (b2 == null || b2.length == 0) {
            return first;
        }
        byte[] both = Arrays.copyOf(first, first.length + b2.length);
        System.arraycopy(b2, 0, both, first.length, b2.length);
        return both;
    }

    /** Base64 of the HMAC-SHA1 of {@code data}. */
    public static String calSignature(byte[] data, String secretKey) {
        return AclSigner.calSignature(data, secretKey);
    }

    /** Refuses an IPv6 pattern that is not one of the forms of {@link AddressPattern}. */
    public static void IPv6AddressCheck(String netaddress) {
        if (isAsterisk(netaddress) || isMinus(netaddress)) {
            GroupRanges.range(netaddress);
        }
    }

    /** The groups of an IPv6 pattern before its first {@code *} or range, expanded to four digits each. */
    public static String v6ipProcess(String netaddress) {
        String[] groups = netaddress.split(":", -1);
        int literal = groups.length;
        while (literal > 0 && (isAsterisk(groups[literal - 1]) || isMinus(groups[literal - 1]))) {
            literal--;
        }
        int spanning = groups.length - literal;
        return expandIP(String.join(":", Arrays.copyOf(groups, literal)), 8 - spanning);
    }

    /** Refuses an IPv4 text whose first {@code index} groups are not bytes. */
    public static void verify(String netaddress, int index) {
        if (!isScope(netaddress, index)) {
            throw new AclException("Netaddress examine scope Exception netaddress is " + netaddress);
        }
    }

    /** The addresses that {@code 1.2.3.{4,5}} lists; {@code partialAddress} is the part in braces, braces included. */
    public static String[] getAddresses(String netaddress, String partialAddress) {
        if (!partialAddress.startsWith("{") || !partialAddress.endsWith("}")) {
            throw GroupRanges.invalid(netaddress);
        }
        String head = netaddress.substring(0, netaddress.indexOf('{'));
        String[] tails =
                partialAddress.substring(1, partialAddress.length() - 1).split(",");
        return Arrays.stream(tails).map(tail -> head + tail.trim()).toArray(String[]::new);
    }

    public static boolean isScope(String netaddress, int index) {
        return isScope(netaddress.split("\\.", -1), index);
    }

    /** True when there are at least {@code index} groups and the first ones are bytes. */
    public static boolean isScope(String[] num, int index) {
        return num.length >= index && Arrays.stream(num, 0, index).allMatch(AclUtils::isScope);
    }

    public static boolean isColon(String netaddress) {
        return netaddress.indexOf(':') >= 0;
    }

    /** True for the decimal text of a byte. */
    public static boolean isScope(String num) {
        return num.matches("\\d{1,3}") && isScope(Integer.parseInt(num));
    }

    public static boolean isScope(int num) {
        return num >= 0 && num <= 255;
    }

    public static boolean isAsterisk(String asterisk) {
        return asterisk.indexOf('*') >= 0;
    }

    public static boolean isComma(String colon) {
        return colon.indexOf(',') >= 0;
    }

    public static boolean isMinus(String minus) {
        return minus.indexOf('-') >= 0;
    }

    /** True when there are at least {@code index} groups and the first ones are 16-bit hexadecimal numbers. */
    public static boolean isIPv6Scope(String[] num, int index) {
        return num.length >= index && Arrays.stream(num, 0, index).allMatch(group -> group.matches("[0-9a-fA-F]{1,4}"));
    }

    public static boolean isIPv6Scope(int num) {
        return num >= 0 && num <= 0xFFFF;
    }

    /** The first {@code part} groups of an IPv6 address: {@code ::} filled with zeros, four upper-case digits each. */
    public static String expandIP(String netaddress, int part) {
        String upper = netaddress.toUpperCase(Locale.ROOT);
        List<String> groups = new ArrayList<>();
        int gap = upper.indexOf("::");
        if (gap < 0) {
            groups.addAll(List.of(upper.split(":")));
        } else {
            List<String> after =
                    new ArrayList<>(List.of(upper.substring(gap + 2).split(":")));
            after.removeIf(String::isEmpty);
            groups.addAll(List.of(upper.substring(0, gap).split(":")));
            groups.removeIf(String::isEmpty);
            while (groups.size() + after.size() < part) {
                groups.add("0");
            }
            groups.addAll(after);
        }
        return groups.stream()
                .map(group -> "0".repeat(Math.max(0, 4 - group.length())) + group)
                .collect(Collectors.joining(":"));
    }

    /** {@link AclFile#read}. */
    public static <T> T getYamlDataObject(String path, Class<T> clazz) {
        return AclFile.read(Path.of(path), clazz);
    }

    /** {@link AclFile#write}; false, logged, when that fails. */
    public static boolean writeDataObject(String path, Map<String, Object> dataMap) {
        return AclFile.write(Path.of(path), dataMap);
    }

    /** A hook that signs with the account in a YAML file; null when the file, the key or the secret is not there. */
    public static RPCHook getAclRPCHook(String fileName) {
        Map<?, ?> account = AclFile.read(Path.of(fileName), Map.class);
        if (account == null) {
            return null;
        }
        String accessKey = Objects.toString(account.get(AclConstants.CONFIG_ACCESS_KEY), "");
        String secretKey = Objects.toString(account.get(AclConstants.CONFIG_SECRET_KEY), "");
        boolean complete = !accessKey.isBlank() && !secretKey.isBlank();
        return complete ? new AclClientRPCHook(new SessionCredentials(accessKey, secretKey)) : null;
    }
}
