import java.util.Arrays;
import org.apache.rocketmq.tools.command.MQAdminStartup;

/**
 * Runs commands of mqadmin one after the other in one JVM, each after a line "=== command". Every argument is a
 * command, its words separated by blanks.
 */
public class AdminCommands {

    public static void main(String[] args) {
        for (String command : args) {
            System.out.println("=== " + command);
            MQAdminStartup.main(Arrays.stream(command.split(" ")).toArray(String[]::new));
            System.out.flush();
        }
        System.out.println("=== end");
        System.exit(0);
    }
}
