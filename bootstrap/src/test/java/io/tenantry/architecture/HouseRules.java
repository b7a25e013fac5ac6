package io.tenantry.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.tenantry.domain.port.DrivenPort;
import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.port.Transactions;
import java.lang.annotation.Annotation;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;

/** The rules of the house. Each has a planted violation, on which it is shown to fail. */
final class HouseRules {

    private static final String DOMAIN = "io.tenantry.domain..";
    private static final String APPLICATION = "io.tenantry.application..";
    private static final String HTTP = "io.tenantry.http..";
    private static final String PERSISTENCE = "io.tenantry.persistence..";
    private static final String MAIL = "io.tenantry.mail..";

    /** Who may look across the walls: who signs in has no tenant yet, who operates the installation or leaves it has all. */
    private static final Set<String> MAY_CROSS_TENANTS = Set.of(
            "SignInService",
            "PassSecondFactorService",
            "SignInWithPasskeyService",
            "SignInWithProviderService",
            "RefreshSessionService",
            "SwitchTenantService",
            "ChangeTenantStatusService",
            "ListTenantsService",
            "ListOwnTenantsService",
            "RemoveTenantsService",
            "RemoveExpiredService",
            "PreviewInvitationService",
            "AcceptInvitationService",
            "DeclineInvitationService",
            "SearchTenantsService",
            "SearchUsersService",
            "ReadStatisticsService",
            "SearchApiKeysService",
            "EndApiKeyService",
            "DeleteAccountService",
            "DeliverWebhooksService");

    static final ArchRule MODULES_POINT_INWARDS = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("io.tenantry..")
            .layer("domain")
            .definedBy(DOMAIN)
            .layer("application")
            .definedBy(APPLICATION)
            .layer("http")
            .definedBy(HTTP)
            .layer("persistence")
            .definedBy(PERSISTENCE)
            .layer("mail")
            .definedBy(MAIL)
            .layer("bootstrap")
            .definedBy("io.tenantry", "io.tenantry.cli..", "io.tenantry.database..", "io.tenantry.metrics..")
            .whereLayer("bootstrap")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("application")
            .mayOnlyBeAccessedByLayers("bootstrap")
            .whereLayer("http")
            .mayOnlyBeAccessedByLayers("bootstrap")
            .whereLayer("persistence")
            .mayOnlyBeAccessedByLayers("bootstrap")
            .whereLayer("mail")
            .mayOnlyBeAccessedByLayers("bootstrap")
            .whereLayer("domain")
            .mayOnlyAccessLayers("domain")
            .ensureAllClassesAreContainedInArchitecture();

    static final ArchRule THE_CORE_KNOWS_NO_FRAMEWORK = classes()
            .that()
            .resideInAnyPackage(DOMAIN, APPLICATION)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage("java..", "javax.crypto..", DOMAIN, APPLICATION));

    static final ArchRule THE_DOMAIN_STANDS_ALONE = classes()
            .that()
            .resideInAPackage(DOMAIN)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage("java..", "javax.crypto..", DOMAIN));

    static final ArchRule FEW_LOOK_ACROSS_TENANTS = noClasses()
            .that(resideInAPackage(APPLICATION)
                    .and(not(resideInAPackage("..inmemory..")))
                    .and(not(areOneOf(MAY_CROSS_TENANTS))))
            .should()
            .callMethodWhere(theTargetIs(Transactions.class, "acrossTenants"));

    static final ArchRule THE_CORE_STARTS_NO_THREADS = noClasses()
            .that()
            .resideInAnyPackage(DOMAIN, APPLICATION)
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Thread.class, Executors.class, CompletableFuture.class, ForkJoinPool.class);

    static final ArchRule THE_CORE_IS_TOLD_THE_TIME = noClasses()
            .that()
            .resideInAnyPackage(DOMAIN, APPLICATION)
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethodWhere(theTargetIs(System.class, "currentTimeMillis"))
            .orShould()
            .callMethodWhere(theTargetIs(Clock.class, "systemUTC"));

    static final ArchRule DRIVING_PORTS_HAVE_ONE_METHOD =
            classes().that().areAnnotatedWith(DrivingPort.class).should(haveOneMethod());

    static final ArchRule THE_APPLICATION_IMPLEMENTS_DRIVING_PORTS =
            classes().that(implement(DrivingPort.class)).should().resideInAPackage(APPLICATION);

    static final ArchRule ADAPTERS_IMPLEMENT_DRIVEN_PORTS = classes()
            .that(implement(DrivenPort.class))
            .should()
            .resideInAnyPackage(
                    PERSISTENCE,
                    MAIL,
                    "io.tenantry.http.dns..",
                    "io.tenantry.http.passkey..",
                    "io.tenantry.http.social..",
                    "io.tenantry.http.webhook..",
                    "io.tenantry.application.inmemory..")
            // Nothing, where a port may be left unused.
            .orShould()
            .haveSimpleName("NoProviders");

    static final ArchRule PACKAGES_ARE_NAMED_FOR_CONCEPTS = noClasses()
            .should()
            .resideInAnyPackage("..util..", "..utils..", "..common..", "..impl..", "..dto..", "..helper..");

    static final ArchRule USE_CASES_HIDE_BEHIND_THEIR_PORTS = classes()
            .that()
            .resideInAPackage(APPLICATION)
            .and()
            .haveSimpleNameEndingWith("Service")
            .should()
            .notBePublic();

    /** Every rule, each with the class that is planted to break it. */
    static final Map<ArchRule, Class<?>> BY_PLANTED_VIOLATION = Map.ofEntries(
            Map.entry(MODULES_POINT_INWARDS, io.tenantry.mail.planted.AdapterThatKnowsTheApplication.class),
            Map.entry(THE_CORE_KNOWS_NO_FRAMEWORK, io.tenantry.application.planted.UseCaseThatLogs.class),
            Map.entry(THE_DOMAIN_STANDS_ALONE, io.tenantry.domain.planted.ModelThatKnowsItsUseCases.class),
            Map.entry(FEW_LOOK_ACROSS_TENANTS, io.tenantry.application.planted.UseCaseThatCrossesTenants.class),
            Map.entry(THE_CORE_STARTS_NO_THREADS, io.tenantry.application.planted.UseCaseThatStartsAThread.class),
            Map.entry(THE_CORE_IS_TOLD_THE_TIME, io.tenantry.domain.planted.ModelThatLooksAtTheClock.class),
            Map.entry(DRIVING_PORTS_HAVE_ONE_METHOD, io.tenantry.domain.planted.PortOfTwoMethods.class),
            Map.entry(THE_APPLICATION_IMPLEMENTS_DRIVING_PORTS, io.tenantry.http.planted.RouteThatIsAUseCase.class),
            Map.entry(ADAPTERS_IMPLEMENT_DRIVEN_PORTS, io.tenantry.http.planted.RouteThatIsAStore.class),
            Map.entry(PACKAGES_ARE_NAMED_FOR_CONCEPTS, io.tenantry.http.planted.util.Anything.class),
            Map.entry(USE_CASES_HIDE_BEHIND_THEIR_PORTS, io.tenantry.application.planted.OpenService.class));

    /** How many classes a module has at the least: so that no rule passes for want of classes to look at. */
    static final Map<String, Integer> AT_LEAST = Map.of(
            "io.tenantry.domain", 200,
            "io.tenantry.application", 80,
            "io.tenantry.http", 120,
            "io.tenantry.persistence", 80,
            "io.tenantry.mail", 15,
            "io.tenantry", 500);

    private HouseRules() {}

    private static DescribedPredicate<JavaClass> areOneOf(Set<String> simpleNames) {
        return DescribedPredicate.describe(
                "one of those who may",
                type -> simpleNames.contains(
                        type.getName().replaceFirst(".*\\.", "").replaceFirst("\\$.*", "")));
    }

    private static DescribedPredicate<JavaMethodCall> theTargetIs(Class<?> owner, String method) {
        return DescribedPredicate.describe(
                owner.getSimpleName() + "." + method,
                call -> call.getTarget().getName().equals(method)
                        && call.getTarget().getOwner().isAssignableTo(owner));
    }

    private static DescribedPredicate<JavaClass> implement(Class<? extends Annotation> portKind) {
        return DescribedPredicate.describe(
                "implement a port marked @" + portKind.getSimpleName(),
                type -> !type.isInterface()
                        && type.getAllRawInterfaces().stream().anyMatch(port -> port.isAnnotatedWith(portKind)));
    }

    private static ArchCondition<JavaClass> haveOneMethod() {
        return new ArchCondition<>("have one method") {
            @Override
            public void check(JavaClass port, ConditionEvents events) {
                long methods = port.getMethods().stream()
                        .filter(method -> method.getModifiers().contains(JavaModifier.ABSTRACT))
                        .count();
                events.add(new SimpleConditionEvent(port, methods == 1, port.getName() + " has " + methods));
            }
        };
    }
}
