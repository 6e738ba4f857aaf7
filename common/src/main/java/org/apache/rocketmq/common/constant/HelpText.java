package org.apache.rocketmq.common.constant;

/** The sentence at the end of long error texts, which clients print word for word. Starts with a line feed. */
public final class HelpText {
    public static final String FAQ = "\nSee http://rocketmq.apache.org/docs/faq/ for further details.";

    private HelpText() {}
}
