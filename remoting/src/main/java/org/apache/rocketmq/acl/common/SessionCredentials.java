package org.apache.rocketmq.acl.common;

import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;

/** Who a client is: the account that signs its requests. Not thread-safe while it is changed. */
public class SessionCredentials {
    public static final Charset CHARSET = StandardCharsets.UTF_8;

    /** Ext field and file key of the account's name. */
    public static final String ACCESS_KEY = "AccessKey";

    /** File key of the secret; never on the wire. */
    public static final String SECRET_KEY = "SecretKey";

    /** Ext field of the signature. */
    public static final String SIGNATURE = "Signature";

    /** Ext field and file key of the security token. */
    public static final String SECURITY_TOKEN = "SecurityToken";

    /** Where credentials are read from when none are given. */
    public static final String KEY_FILE =
            System.getProperty("rocketmq.client.keyFile", System.getProperty("user.home") + File.separator + "key");

    private String accessKey;
    private String secretKey;
    private String securityToken;
    private String signature;

    /** Reads {@link #KEY_FILE} if it exists. */
    public SessionCredentials() {
        Path file = Path.of(KEY_FILE);
        if (Files.isRegularFile(file)) {
            updateContent(propertiesIn(file));
        }
    }

    public SessionCredentials(String accessKey, String secretKey) {
        this(accessKey, secretKey, null);
    }

    public SessionCredentials(String accessKey, String secretKey, String securityToken) {
        this.accessKey = accessKey;
        this.secretKey = secretKey;
        this.securityToken = securityToken;
    }

    private static Properties propertiesIn(Path file) {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(file, CHARSET)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the key file " + file + " (rocketmq.client.keyFile)", e);
        }
        return properties;
    }

    /** Takes over the values that are there. */
    public void updateContent(Properties prop) {
        accessKey = trimmed(prop, ACCESS_KEY, accessKey);
        secretKey = trimmed(prop, SECRET_KEY, secretKey);
        securityToken = trimmed(prop, SECURITY_TOKEN, securityToken);
    }

    private static String trimmed(Properties prop, String name, String current) {
        String value = prop.getProperty(name);
        return value == null ? current : value.trim();
    }

    public String getAccessKey() {
        return accessKey;
    }

    public void setAccessKey(String accessKey) {
        this.accessKey = accessKey;
    }

    public String getSecretKey() {
        return secretKey;
    }

    public void setSecretKey(String secretKey) {
        this.secretKey = secretKey;
    }

    public String getSignature() {
        return signature;
    }

    public void setSignature(String signature) {
        this.signature = signature;
    }

    public String getSecurityToken() {
        return securityToken;
    }

    public void setSecurityToken(String securityToken) {
        this.securityToken = securityToken;
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof SessionCredentials that
                        && Objects.equals(accessKey, that.accessKey)
                        && Objects.equals(secretKey, that.secretKey)
                        && Objects.equals(signature, that.signature);
    }

    @Override
    public int hashCode() {
        return Objects.hash(accessKey, secretKey, signature);
    }

    /** Without the secret, so that it does not get into logs. */
    @Override
    public String toString() {
        return "SessionCredentials [accessKey=" + accessKey + ", signature=" + signature + "]";
    }
}
