package org.apache.rocketmq.common.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamespaceUtilTest {

    @ParameterizedTest
    @CsvSource({
        "T, ns%T, T",
        "%RETRY%g, %RETRY%ns%g, %RETRY%g",
        "%DLQ%g, %DLQ%ns%g, %DLQ%g",
        "ns%T, ns%T, T",
        "%RETRY%ns%g, %RETRY%ns%g, %RETRY%g",
        "TBW102, TBW102, TBW102",
        "rmq_sys_x, rmq_sys_x, rmq_sys_x",
        "CID_RMQ_SYS_TRANS, CID_RMQ_SYS_TRANS, CID_RMQ_SYS_TRANS"
    })
    void wrapsAndUnwraps(String resource, String wrapped, String unwrapped) {
        assertThat(NamespaceUtil.wrapNamespace("ns", resource)).isEqualTo(wrapped);
        assertThat(NamespaceUtil.withoutNamespace(wrapped)).isEqualTo(unwrapped);
        assertThat(NamespaceUtil.withoutNamespace(wrapped, "ns")).isEqualTo(unwrapped);
    }

    @ParameterizedTest
    @CsvSource({"ns%T, ns", "%RETRY%ns%g, ns", "T, ''", "%DLQ%g, ''", "TBW102, ''"})
    void tellsTheNamespace(String resource, String namespace) {
        assertThat(NamespaceUtil.getNamespaceFromResource(resource)).isEqualTo(namespace);
    }

    @ParameterizedTest
    @CsvSource({"other%T, other%T", "%RETRY%other%g, %RETRY%other%g", "nsx%T, nsx%T"})
    void leavesOtherNamespacesAlone(String resource, String unwrapped) {
        assertThat(NamespaceUtil.withoutNamespace(resource, "ns")).isEqualTo(unwrapped);
    }
}
