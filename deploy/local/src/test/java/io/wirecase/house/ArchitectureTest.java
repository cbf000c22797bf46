package io.wirecase.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which room may know which; no exceptions are recorded. */
class ArchitectureTest {

    private static final List<Path> CLASSES = Checkout.MODULES.stream()
            .map(m -> Checkout.ROOT.resolve(m).resolve("target/classes"))
            .toList();
    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(location -> !location.contains("package-info"))
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPaths(CLASSES.toArray(Path[]::new));

    /** What only an edge may know. */
    private static final String[] FRAMEWORKS = {
        "io.quarkus..",
        "io.smallrye..",
        "io.vertx..",
        "jakarta..",
        "org.eclipse.microprofile..",
        "org.apache.kafka..",
        "org.hibernate..",
        "org.pcap4j..",
        "java.sql..",
        "org.postgresql.."
    };

    private static final String[] EDGES = {
        "io.wirecase.*.in..", "io.wirecase.*.out..", "io.wirecase.*.rest..", "io.wirecase.*.web..",
        "io.wirecase.*.app..", "io.wirecase.*.store..", "io.wirecase.*.live..", "io.wirecase.platform..",
        "io.wirecase.local.."
    };
    private static final List<String> SERVICES = List.of("capture", "detection", "enrichment", "report");

    @Test
    void everyModuleWasCompiled() {
        for (Path classes : CLASSES) {
            assertThat(classes).isDirectory();
        }
        assertThat(ALL.size()).isGreaterThan(100);
    }

    @Test
    void plainRoomsKnowNoFramework() {
        noClasses()
                .that(resideInAPackage("io.wirecase..").and(DescribedPredicate.not(resideInAnyPackage(EDGES))))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(FRAMEWORKS)
                .check(ALL);
    }

    @Test
    void coreKnowsNobodyAndOnlyItsWireKnowsAnEncoding() {
        noClasses()
                .that()
                .resideInAPackage("io.wirecase.core..")
                .should()
                .dependOnClassesThat(resideInAPackage("io.wirecase..")
                        .and(DescribedPredicate.not(resideInAPackage("io.wirecase.core.."))))
                .check(ALL);
        noClasses()
                .that(resideInAPackage("io.wirecase.core..")
                        .and(DescribedPredicate.not(resideInAPackage("io.wirecase.core.wire.."))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.fasterxml..")
                .check(ALL);
    }

    @Test
    void servicesKnowEachOtherOnlyThroughCore() {
        for (String service : SERVICES) {
            String[] others = SERVICES.stream()
                    .filter(s -> !s.equals(service))
                    .map(s -> "io.wirecase." + s + "..")
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage("io.wirecase." + service + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others)
                    .check(ALL);
        }
    }

    @Test
    void noRoomsGoInCircles() {
        for (String module : List.of("core", "scenarios", "capture", "detection", "enrichment", "report", "local")) {
            slices().matching("io.wirecase." + module + ".(**)")
                    .should()
                    .beFreeOfCycles()
                    .check(ALL);
        }
    }

    @Test
    void renderersSeeTheDocumentAndNothingOfTheCase() {
        noClasses()
                .that()
                .resideInAPackage("io.wirecase.report.render..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.wirecase.report.pattern..",
                        "io.wirecase.report.measurement..",
                        "io.wirecase.report.hypothesis..",
                        "io.wirecase.report.assessment..",
                        "io.wirecase.report.action..",
                        "io.wirecase.report.wording..",
                        "io.wirecase.report.section..",
                        "io.wirecase.report.claim..",
                        "io.wirecase.report.engine..",
                        "io.wirecase.core.alert..",
                        "io.wirecase.core.intel..")
                .allowEmptyShould(true)
                .check(ALL);
    }

    @Test
    void onlyTheOuterRoomsReadTheClock() {
        noClasses()
                .that(resideInAPackage("io.wirecase..")
                        .and(DescribedPredicate.not(resideInAnyPackage(EDGES)))
                        .and(DescribedPredicate.not(resideInAPackage("io.wirecase.*.app.."))))
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Date.class)
                .check(ALL);
    }

    @Test
    void classesAreFinalUnlessMadeToBeExtended() {
        DescribedPredicate<JavaClass> plain = DescribedPredicate.describe(
                "ordinary classes of plain rooms",
                c -> !c.isInterface()
                        && !c.isEnum()
                        && !c.isRecord()
                        && !c.isAnonymousClass()
                        && c.getSubclasses().isEmpty()
                        && !c.getModifiers().contains(JavaModifier.ABSTRACT));
        classes()
                .that(plain.and(resideInAPackage("io.wirecase.."))
                        .and(DescribedPredicate.not(resideInAnyPackage(EDGES))))
                .should()
                .haveModifier(JavaModifier.FINAL)
                .check(ALL);
    }
}
