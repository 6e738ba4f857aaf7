package org.apache.rocketmq.common.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.rocketmq.common.protocol.heartbeat.SubscriptionData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterAPITest {
    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "*"})
    void no_expression_means_everything(String expression) throws Exception {
        SubscriptionData subscription = FilterAPI.buildSubscriptionData("T", expression);

        assertThat(subscription.getSubString()).isEqualTo("*");
        assertThat(subscription.getTagsSet()).isEmpty();
        assertThat(subscription.getExpressionType()).isEqualTo("TAG");
    }

    @Test
    void tags_are_trimmed_and_hashed_and_empty_ones_skipped() throws Exception {
        SubscriptionData subscription = FilterAPI.buildSubscriptionData("T", " TagA ||  || TagB||");

        assertThat(subscription.getSubString()).isEqualTo(" TagA ||  || TagB||");
        assertThat(subscription.getTagsSet()).containsExactlyInAnyOrder("TagA", "TagB");
        assertThat(subscription.getCodeSet()).containsExactlyInAnyOrder("TagA".hashCode(), "TagB".hashCode());
    }

    @Test
    void separators_alone_are_refused() {
        assertThatThrownBy(() -> FilterAPI.buildSubscriptionData("T", "||")).hasMessage("subString split error");
    }

    @Test
    void another_language_keeps_the_expression_as_it_is() throws Exception {
        SubscriptionData subscription = FilterAPI.build("T", "a > 5", ExpressionType.SQL92);

        assertThat(subscription.getSubString()).isEqualTo("a > 5");
        assertThat(subscription.getExpressionType()).isEqualTo("SQL92");
        assertThat(subscription.getTagsSet()).isEmpty();
        assertThatThrownBy(() -> FilterAPI.build("T", "", ExpressionType.SQL92))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Expression can't be null! SQL92");
    }
}
