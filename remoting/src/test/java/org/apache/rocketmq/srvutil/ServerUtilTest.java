package org.apache.rocketmq.srvutil;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.Options;
import org.junit.jupiter.api.Test;

class ServerUtilTest {
    @Test
    void options_with_a_value_become_properties_by_their_long_name() {
        var options = ServerUtil.buildCommandlineOptions(new Options());
        options.addOption("p", "printConfigItem", false, "Print all config items");

        var commandLine = ServerUtil.parseCmdLine(
                "mqbroker", new String[] {"-n", "10.0.0.1:9876", "-p"}, options, new DefaultParser());

        assertThat(ServerUtil.commandLine2Properties(commandLine))
                .hasSize(1)
                .containsEntry("namesrvAddr", "10.0.0.1:9876");
    }
}
