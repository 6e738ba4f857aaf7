package org.apache.rocketmq.acl.common;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs bytes with a secret. Source: wire protocol, ACL signing. */
public class AclSigner {
    public static final Charset DEFAULT_CHARSET = StandardCharsets.UTF_8;
    public static final SigningAlgorithm DEFAULT_ALGORITHM = SigningAlgorithm.HmacSHA1;

    private static final String FAILED = "CAL_SIGNATURE_FAILED";
    private static final int FAILED_CODE = 10015;

    /** Base64 of the HMAC-SHA1 of a text in UTF-8. */
    public static String calSignature(String data, String key) throws AclException {
        return calSignature(data, key, DEFAULT_ALGORITHM, DEFAULT_CHARSET);
    }

    public static String calSignature(String data, String key, SigningAlgorithm algorithm, Charset charset)
            throws AclException {
        return calSignature(data.getBytes(charset), key, algorithm, charset);
    }

    /** Base64 of the HMAC-SHA1 of bytes. */
    public static String calSignature(byte[] data, String key) throws AclException {
        return calSignature(data, key, DEFAULT_ALGORITHM, DEFAULT_CHARSET);
    }

    /** Standard Base64 on one line; {@code charset} is that of the key. */
    public static String calSignature(byte[] data, String key, SigningAlgorithm algorithm, Charset charset)
            throws AclException {
        try {
            Mac mac = Mac.getInstance(algorithm.name());
            mac.init(new SecretKeySpec(key.getBytes(charset), algorithm.name()));
            return Base64.getEncoder().encodeToString(mac.doFinal(data));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new AclException(FAILED, FAILED_CODE, "cannot sign with " + algorithm + ": " + e.getMessage(), e);
        }
    }
}
