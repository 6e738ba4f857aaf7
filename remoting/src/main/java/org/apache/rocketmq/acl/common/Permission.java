package org.apache.rocketmq.acl.common;

import java.util.List;
import java.util.Set;
import org.apache.rocketmq.common.protocol.RequestCode;

/** What an account may do with a topic or group, as bits. Source: broker, access control. */
public class Permission {
    public static final byte DENY = 1;
    public static final byte ANY = 1 << 1;
    public static final byte PUB = 1 << 2;
    public static final byte SUB = 1 << 3;

    /** Requests that only admin accounts may send. */
    public static final Set<Integer> ADMIN_CODE = Set.of(
            RequestCode.UPDATE_AND_CREATE_TOPIC,
            RequestCode.UPDATE_BROKER_CONFIG,
            RequestCode.DELETE_TOPIC_IN_BROKER,
            RequestCode.UPDATE_AND_CREATE_SUBSCRIPTIONGROUP,
            RequestCode.DELETE_SUBSCRIPTIONGROUP);

    /** DENY wins over everything; ANY needs PUB or SUB. */
    public static boolean checkPermission(byte neededPerm, byte ownedPerm) {
        if ((ownedPerm & DENY) > 0) {
            return false;
        }
        return (neededPerm & ANY) > 0 ? (ownedPerm & (PUB | SUB)) > 0 : (neededPerm & ownedPerm) > 0;
    }

    /** The bits of {@code PUB}, {@code SUB}, {@code PUB|SUB} or {@code SUB|PUB}; DENY for anything else. */
    public static byte parsePermFromString(String permString) {
        if (permString == null) {
            return DENY;
        }
        return switch (permString.trim()) {
            case AclConstants.PUB -> PUB;
            case AclConstants.SUB -> SUB;
            case AclConstants.PUB_SUB, AclConstants.SUB_PUB -> PUB | SUB;
            default -> DENY;
        };
    }

    /**
     * Checks entries of the form {@code name=PERM}; null and empty lists are fine.
     *
     * @throws AclException naming the first entry that is not of that form
     */
    public static void checkResourcePerms(List<String> resources) {
        if (resources == null) {
            return;
        }
        for (String resource : resources) {
            String[] parts = resource.split("=");
            if (parts.length != 2) {
                throw new AclException("Parse Resource format error for " + resource
                        + ".\nThe expected resource format is 'Res=Perm'. For example: topicA=SUB");
            }
            boolean denied = AclConstants.DENY.equals(parts[1].trim());
            if (!denied && parsePermFromString(parts[1]) == DENY) {
                throw new AclException("Parse resource permission error for " + resource
                        + ".\nThe expected permissions are 'SUB' or 'PUB' or 'SUB|PUB' or 'PUB|SUB'.");
            }
        }
    }

    /** True when only admin accounts may send the request. */
    public static boolean needAdminPerm(Integer code) {
        return ADMIN_CODE.contains(code);
    }
}
