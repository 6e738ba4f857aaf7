package org.apache.rocketmq.common.topic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TopicValidatorTest {

    @Test
    void namesWhatIsWrongWithATopic() {
        assertThat(TopicValidator.topicProblem("%RETRY%a|B_9-")).isNull();
        assertThat(TopicValidator.topicProblem(" ")).isEqualTo("The specified topic is blank.");
        assertThat(TopicValidator.topicProblem("a b"))
                .isEqualTo("The specified topic contains illegal characters, allowing only ^[%|a-zA-Z0-9_-]+$");
        assertThat(TopicValidator.topicProblem("\u4e2d")).contains("illegal characters");
        assertThat(TopicValidator.topicProblem("t".repeat(127))).isNull();
        assertThat(TopicValidator.topicProblem("t".repeat(128)))
                .isEqualTo("The specified topic is longer than topic max length.");
    }

    @Test
    void knowsSystemTopicsAndThoseThatTakeNoMessages() {
        assertThat(TopicValidator.isSystemTopic("TBW102")).isTrue();
        assertThat(TopicValidator.isSystemTopic("rmq_sys_anything")).isTrue();
        assertThat(TopicValidator.isSystemTopic("T")).isFalse();
        assertThat(TopicValidator.isNotAllowedSendTopic("SCHEDULE_TOPIC_XXXX")).isTrue();
        assertThat(TopicValidator.isNotAllowedSendTopic("TBW102")).isFalse();
    }
}
