package org.apache.rocketmq.client.exception;

/** The help texts that end what users read. Source: client behaviour, conventions and section 17. */
public final class HelpLink {
    private static final String SEE = "\nSee http://rocketmq.apache.org/docs/faq/ for further details.";
    private static final String VISIT =
            "\nFor more information, please visit the url, http://rocketmq.apache.org/docs/faq/";

    private HelpLink() {}

    /** {@code text} followed by the line "See ... for further details." */
    public static String see(String text) {
        return text + SEE;
    }

    /** {@code text} followed by the line "For more information ...", unless it already points to help. */
    static String visit(String text) {
        return text != null && text.contains("\nSee ") ? text : text + VISIT;
    }
}
