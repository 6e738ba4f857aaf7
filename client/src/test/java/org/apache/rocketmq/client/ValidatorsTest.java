package org.apache.rocketmq.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.client.producer.DefaultMQProducer;
import org.apache.rocketmq.common.message.Message;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** The texts of refused names and messages. */
class ValidatorsTest {
    private static final String VISIT =
            "\nFor more information, please visit the url, http://rocketmq.apache.org/docs/faq/";

    private final DefaultMQProducer producer = new DefaultMQProducer("g");

    private static void assertRefused(ThrowingCallable check, int code, String text) {
        MQClientException refusal = catchThrowableOfType(MQClientException.class, check);
        assertThat(refusal.getErrorMessage()).isEqualTo(text);
        assertThat(refusal.getResponseCode()).isEqualTo(code);
        assertThat(refusal.getMessage()).isEqualTo((code == -1 ? text : "CODE: " + code + "  DESC: " + text) + VISIT);
    }

    private void assertMessageRefused(Message message, int code, String text) {
        assertRefused(() -> Validators.checkMessage(message, producer), code, text);
    }

    @Test
    void messagesAreCheckedTopicFirst() {
        assertMessageRefused(null, 13, "the message is null");
        assertMessageRefused(new Message(" ", null), -1, "The specified topic is blank");
        assertMessageRefused(
                new Message("SCHEDULE_TOPIC_XXXX", null),
                -1,
                "Sending message to topic[SCHEDULE_TOPIC_XXXX] is forbidden.");
        assertMessageRefused(new Message("T", null), 13, "the message body is null");
        assertMessageRefused(new Message("T", new byte[0]), 13, "the message body length is zero");
        assertMessageRefused(
                new Message("T", new byte[4194305]), 13, "the message body size over max value, MAX: 4194304");
    }

    @Test
    void topicsHaveALengthAndAnAlphabet() throws Exception {
        Validators.checkTopic("x".repeat(127));
        Validators.checkTopic("%RETRY%a-b_c|9");
        assertRefused(
                () -> Validators.checkTopic("x".repeat(128)),
                -1,
                "The specified topic is longer than topic max length 127.");
        assertRefused(
                () -> Validators.checkTopic("a b"),
                -1,
                "The specified topic[a b] contains illegal characters, allowing only ^[%|a-zA-Z0-9_-]+$");
        assertRefused(() -> Validators.isSystemTopic("TBW102"), -1, "The topic[TBW102] is conflict with system topic.");
    }

    @Test
    void groupsHaveALengthAndAnAlphabet() throws Exception {
        Validators.checkGroup("g".repeat(255));
        assertRefused(() -> Validators.checkGroup(null), -1, "the specified group is blank");
        assertRefused(
                () -> Validators.checkGroup("g".repeat(256)),
                -1,
                "the specified group is longer than group max length 255.");
        assertRefused(
                () -> Validators.checkGroup("g$"),
                -1,
                "the specified group[g$] contains illegal characters, allowing only ^[%|a-zA-Z0-9_-]+$");
    }
}
