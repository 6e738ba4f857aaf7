package org.apache.rocketmq.tools.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Field;
import java.util.Map;
import java.util.Properties;
import org.apache.rocketmq.client.exception.MQBrokerException;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.client.impl.factory.MQClientInstance;
import org.apache.rocketmq.common.protocol.RequestCode;
import org.apache.rocketmq.tools.fixture.ScriptedServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DefaultMQAdminExtTest {
    private final ScriptedServer server = new ScriptedServer();
    private final DefaultMQAdminExt admin = new DefaultMQAdminExt();

    @AfterEach
    void stop() {
        admin.shutdown();
        server.close();
    }

    private void start() throws MQClientException {
        admin.setNamesrvAddr(server.address());
        admin.start();
    }

    @Test
    void callsBeforeTheStartSayWhatIsMissing() {
        assertThatThrownBy(admin::fetchAllTopicList)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("call start() first");
    }

    @Test
    void aSecondStartIsRefused() throws MQClientException {
        start();
        assertThatThrownBy(admin::start).isInstanceOf(MQClientException.class);
    }

    @Test
    void dashboardsReachTheClientInstanceByItsHistoricalName() throws Exception {
        start();
        Field inner = DefaultMQAdminExt.class.getDeclaredField("defaultMQAdminExtImpl");
        inner.setAccessible(true);
        Field instance = inner.getType().getDeclaredField("mqClientInstance");
        instance.setAccessible(true);
        assertThat(instance.get(inner.get(admin))).isInstanceOf(MQClientInstance.class);
    }

    @Test
    void aRefusalOfABrokerNamesItsAddress() throws Exception {
        start();
        server.refuse(RequestCode.GET_BROKER_CONFIG, 1, "no");
        assertThatThrownBy(() -> admin.getBrokerConfig(server.address()))
                .isInstanceOfSatisfying(MQBrokerException.class, refused -> {
                    assertThat(refused.getResponseCode()).isEqualTo(1);
                    assertThat(refused.getBrokerAddr()).isEqualTo(server.address());
                });
    }

    @Test
    void settingsOfNameServersComeByAddress() throws Exception {
        start();
        server.answer(RequestCode.GET_NAMESRV_CONFIG, "listenPort=9876\n");
        Properties expected = new Properties();
        expected.put("listenPort", "9876");
        assertThat(admin.getNameServerConfig(null)).isEqualTo(Map.of(server.address(), expected));
    }

    @Test
    void aGroupWithoutProgressFailsWithCode206() throws Exception {
        start();
        server.serveTopics(1);
        server.answer(RequestCode.GET_CONSUME_STATS, "{\"offsetTable\":{}}");
        assertThatThrownBy(() -> admin.examineConsumeStats("CG"))
                .isInstanceOfSatisfying(MQClientException.class, failure -> assertThat(failure.getResponseCode())
                        .isEqualTo(206));
    }
}
