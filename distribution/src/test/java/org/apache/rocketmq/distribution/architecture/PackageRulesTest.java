package org.apache.rocketmq.distribution.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The dependency rules of ARCHITECTURE.md, on the classes as they were built. */
class PackageRulesTest {
    /**
     * Packages whose names and mutual references are given by the public API that users compile against. They refer to each
     * other in cycles, so they are no rooms: the rule holds for everything behind them.
     */
    private static final Pattern PUBLIC_DOOR =
            Pattern.compile("org\\.apache\\.rocketmq\\.(remoting(\\.(common|netty|protocol|exception))?"
                    + "|client(\\.(producer|consumer|hook|impl|exception|common|log|utils|trace|latency)(\\..*)?)?"
                    + "|common|acl\\.common|tools\\.(admin|command)(\\..*)?)");

    private static final Pattern MODULE_OF_JAR =
            Pattern.compile("rocketmq-([a-z]+)-[^/]*\\.jar|/([a-z]+)/target/classes");

    /** Module to the modules it may use. */
    private static final Map<String, Set<String>> ARROWS = Map.of(
            "common", Set.of(),
            "remoting", Set.of("common"),
            "store", Set.of("common"),
            "namesrv", Set.of("remoting", "common"),
            "broker", Set.of("store", "remoting", "common"),
            "client", Set.of("remoting", "common"),
            "tools", Set.of("client", "remoting", "common"),
            "example", Set.of("tools", "client", "remoting", "common"));

    private static JavaClasses classes;

    @BeforeAll
    static void importClasses() {
        classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.apache.rocketmq");
    }

    @Test
    void roomsFormNoCycles() {
        slices().assignedFrom(new Rooms()).should().beFreeOfCycles().check(classes);
    }

    @Test
    void modulesUseOnlyTheFloorsBelowThem() {
        Set<String> wrong = new TreeSet<>();
        for (JavaClass origin : classes) {
            Set<String> allowed = ARROWS.get(moduleOf(origin));
            if (allowed == null) {
                continue;
            }
            origin.getDirectDependenciesFromSelf().forEach(dependency -> {
                String target = moduleOf(dependency.getTargetClass());
                if (ARROWS.containsKey(target) && !target.equals(moduleOf(origin)) && !allowed.contains(target)) {
                    wrong.add(dependency.getDescription());
                }
            });
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void theStoreKnowsNoNetwork() {
        noClasses()
                .that()
                .resideInAPackage("org.apache.rocketmq.store..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.netty..", "org.apache.rocketmq.remoting..")
                .check(classes);
    }

    private static String moduleOf(JavaClass javaClass) {
        return javaClass
                .getBaseComponentType()
                .getSource()
                .map(source -> {
                    var matcher = MODULE_OF_JAR.matcher(source.getUri().toString());
                    if (!matcher.find()) {
                        return "";
                    }
                    return matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
                })
                .orElse("");
    }

    private static final class Rooms implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
            String name = javaClass.getPackageName();
            return PUBLIC_DOOR.matcher(name).matches() ? SliceIdentifier.ignore() : SliceIdentifier.of(name);
        }

        @Override
        public String getDescription() {
            return "rooms";
        }
    }
}
