package org.apache.rocketmq.tools.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.rocketmq.common.protocol.RequestCode;
import org.apache.rocketmq.tools.command.line.SubCommand;
import org.apache.rocketmq.tools.fixture.CommandLine;
import org.apache.rocketmq.tools.fixture.ScriptedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdminShellTest {
    private static CommandLine offline(String... words) {
        return CommandLine.run((String) null, null, words);
    }

    @Test
    void withoutWordsItListsAllCommands() {
        CommandLine list = offline();
        assertThat(list.status()).isZero();
        assertThat(list.out())
                .startsWith(
                        "The most commonly used mqadmin commands are:\n   updateTopic          Update or create topic\n")
                .contains("   skipAccumulatedMessage ")
                .endsWith("\n\nSee 'mqadmin help <command>' for more information on a specific command.\n");
        assertThat(offline("help").out()).isEqualTo(list.out());
        assertThat(offline("-h").out()).isEqualTo(list.out());
    }

    @Test
    void everyListedCommandIsFoundByItsNameInAnyCase() {
        for (String name : CommandTable.NAMES) {
            SubCommand command = CommandTable.find(name.toUpperCase(Locale.ROOT));
            assertThat(command).as(name).isNotNull();
            assertThat(command.name()).isEqualTo(name);
            assertThat(offline("help", name).out()).startsWith("usage: mqadmin " + name + " ");
        }
    }

    @Test
    void helpPrintsTheUsageOfACommand() {
        CommandLine help = offline("help", "clusterList");
        assertThat(help.status()).isZero();
        assertThat(help.out())
                .isEqualTo(
                        """
                        usage: mqadmin clusterList [-h] [-i <arg>] [-m] [-n <arg>]
                         -h,--help                Print help
                         -i,--interval <arg>      specify intervals numbers, it is in seconds
                         -m,--moreStats           Print more stats
                         -n,--namesrvAddr <arg>   Name server address list, eg: '192.168.0.1:9876;192.168.0.2:9876'
                        """);
        assertThat(offline("clusterList", "-h")).isEqualTo(help);
    }

    @Test
    void longUsagesWrapAtColumn110() {
        CommandLine help = offline("updateTopic", "-h");
        assertThat(help.status()).isEqualTo(1);
        assertThat(help.out())
                .isEqualTo(
                        """
                        usage: mqadmin updateTopic -b <arg> | -c <arg>  [-h] [-n <arg>] [-o <arg>] [-p <arg>] [-r <arg>] [-s <arg>] -t
                               <arg> [-u <arg>] [-w <arg>]
                         -b,--brokerAddr <arg>       create topic to which broker
                         -c,--clusterName <arg>      create topic to which cluster
                         -h,--help                   Print help
                         -n,--namesrvAddr <arg>      Name server address list, eg: '192.168.0.1:9876;192.168.0.2:9876'
                         -o,--order <arg>            set topic's order(true|false)
                         -p,--perm <arg>             set topic's permission(2|4|6), intro[2:W 4:R; 6:RW]
                         -r,--readQueueNums <arg>    set read queue nums
                         -s,--hasUnitSub <arg>       has unit sub (true|false)
                         -t,--topic <arg>            topic name
                         -u,--unit <arg>             is unit topic (true|false)
                         -w,--writeQueueNums <arg>   set write queue nums
                        """);
    }

    @Test
    void anUnknownCommandFails() {
        CommandLine run = offline("nosuch");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).isEqualTo("The sub command nosuch not exist.\n");
        assertThat(offline("help", "nosuch").out()).isEqualTo(run.out());
    }

    @Test
    void aWrongOptionPrintsTheUsageAndSaysWhy() {
        CommandLine run = offline("topicRoute", "-t", "T", "-z");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).startsWith("usage: mqadmin topicRoute [-h] [-l] [-n <arg>] -t <arg>\n");
        assertThat(run.err()).isEqualTo("mqadmin topicRoute: unknown option -z\n");
    }

    @Test
    void anUnreachableNameServerIsToldInOneLine() throws IOException {
        String nobody;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = "127.0.0.1:" + socket.getLocalPort();
        }
        CommandLine run = CommandLine.run((String) null, null, "clusterList", "-n", nobody);
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err())
                .startsWith("mqadmin clusterList: connect to [" + nobody + "] failed: no name server")
                .hasLineCount(1);
    }

    @Test
    void aMalformedNameServerAddressIsNamed() {
        CommandLine run = offline("clusterList", "-n", "badaddr");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err())
                .isEqualTo("mqadmin clusterList: name server address \"badaddr\" is not host:port"
                        + " (several are separated by ;)\n");
    }

    @Test
    void aRefusalIsOneLineWithCodeAndAdvice() {
        try (ScriptedServer server = new ScriptedServer()) {
            server.refuse(
                    RequestCode.GET_ROUTEINFO_BY_TOPIC,
                    17,
                    "No topic route info in name server for the topic: T\nSee http://rocketmq.apache.org/docs/faq/"
                            + " for further details.");
            CommandLine run = CommandLine.run(server, "topicRoute", "-t", "T");
            assertThat(run.status()).isEqualTo(1);
            assertThat(run.out()).isEmpty();
            assertThat(run.err())
                    .isEqualTo(
                            "mqadmin topicRoute: CODE: 17  DESC: No topic route info in name server for the topic: T;"
                                    + " check the name with mqadmin topicList, or create it with mqadmin updateTopic\n");
        }
    }

    @Test
    void aTextWhereANumberBelongsIsNamed() {
        try (ScriptedServer server = new ScriptedServer()) {
            CommandLine run = CommandLine.run(server, "updateTopic", "-b", server.address(), "-t", "T", "-r", "abc");
            assertThat(run.status()).isEqualTo(1);
            assertThat(run.err()).isEqualTo("mqadmin updateTopic: option -r must be a whole number, not \"abc\"\n");
        }
    }

    @Test
    void theAccountOfToolsYmlSignsRequests(@TempDir Path home) throws IOException {
        Files.createDirectories(home.resolve("conf"));
        Files.writeString(home.resolve("conf").resolve("tools.yml"), "accessKey: rocketmq2\nsecretKey: 12345678\n");
        try (ScriptedServer server = new ScriptedServer()) {
            server.answer(RequestCode.GET_ALL_TOPIC_LIST_FROM_NAMESERVER, "{\"topicList\":[\"T\"]}");
            assertThat(CommandLine.run(server.address(), home, "topicList").status())
                    .isZero();
            assertThat(server.received(RequestCode.GET_ALL_TOPIC_LIST_FROM_NAMESERVER)
                            .get(0)
                            .fields())
                    .containsEntry("AccessKey", "rocketmq2")
                    .containsKey("Signature");
        }
    }
}
