package io.wirecase.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wirecase.local.client.FrontDoorException;
import io.wirecase.local.client.Rules;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code suppressions}: rules of what people need not see. */
@Command(
        name = "suppressions",
        description = "List, add, remove and try the rules of what people need not see.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Alerts that a rule covers are kept and counted, and left out of what people read first; a rule acts on"
                    + " what is stored already and on what comes, within seconds. Try one with simulate before you add"
                    + " it.",
            "",
            "Ends with 0 when done; 64 when the rule or the command line is wrong; 69 when no stack runs; 70 when "
                    + "Wirecase itself failed."
        })
final class SuppressionsCommand implements Callable<Integer> {

    private @Spec @Nullable CommandSpec itself;

    private SuppressionsCommand() {}

    /** The command with its own commands. */
    static CommandLine line(Context context) {
        return new CommandLine(new SuppressionsCommand())
                .addSubcommand(new ListRules(context))
                .addSubcommand(new AddRule(context))
                .addSubcommand(new RemoveRules(context))
                .addSubcommand(new SimulateRule(context));
    }

    @Override
    public Integer call() {
        CommandLine line = Objects.requireNonNull(itself).commandLine();
        line.usage(line.getErr());
        return ExitCode.USAGE;
    }

    /** What all of them do: ask the stack, and say in words what it refuses. */
    private abstract static class Asking implements Callable<Integer> {

        /** What the front door says of a rule that is wrong, too wide, gone, changed, or one too many. */
        private static final Set<Integer> REFUSED = Set.of(400, 404, 409, 412, 413, 422);

        private final Context context;

        @Mixin
        private final DoorOptions door = new DoorOptions();

        Asking(Context context) {
            this.context = context;
        }

        abstract void ask(Rules rules, Terminal terminal) throws IOException, InterruptedException;

        @Override
        public Integer call() throws IOException, InterruptedException {
            Optional<Rules> rules = door.rules(context);
            if (rules.isEmpty()) {
                context.terminal().note("wirecase: nothing runs here; ./wirecase up starts it, or name another --url");
                return ExitCode.NOT_RUNNING;
            }
            try {
                ask(rules.get(), context.terminal());
                return ExitCode.DONE;
            } catch (ConnectException nobody) {
                context.terminal().note("wirecase: nothing answers at the front door that was named");
                return ExitCode.NOT_RUNNING;
            } catch (FrontDoorException refused) {
                if (!REFUSED.contains(refused.status())) {
                    throw refused;
                }
                context.terminal().note("wirecase: " + PlainText.of(String.valueOf(refused.getMessage())));
                return ExitCode.USAGE;
            }
        }
    }

    @Command(name = "list", description = "List the rules.", mixinStandardHelpOptions = true)
    private static final class ListRules extends Asking {

        @Option(names = "--json", description = "For programs: a JSON list.")
        private boolean json;

        ListRules(Context context) {
            super(context);
        }

        @Override
        void ask(Rules rules, Terminal terminal) throws IOException, InterruptedException {
            JsonNode all = rules.all();
            if (json) {
                terminal.result(all.toPrettyString());
            } else if (all.isEmpty()) {
                terminal.note("There are no rules.");
            } else {
                all.forEach(rule -> RuleLines.of(rule).forEach(terminal::result));
            }
        }
    }

    @Command(
            name = "add",
            description = "Add a rule.",
            mixinStandardHelpOptions = true,
            footer = {
                "",
                "For example: ./wirecase suppressions add --source 192.0.2.7 --name \"*.example.org\" --code beacon "
                        + "--tripwire size=3x --tripwire peers --expires 90d --reason \"our own agent\""
            })
    private static final class AddRule extends Asking {

        @Mixin
        private final RuleOptions rule = new RuleOptions();

        @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why.")
        private String reason = "";

        @Option(names = "--owner", paramLabel = "NAME", description = "Who answers for it (default: your user name).")
        private String owner = System.getProperty("user.name", "unknown");

        @Option(
                names = "--expires",
                paramLabel = "WHEN",
                converter = Expiry.class,
                description = "When it ends: 90d from now, or a time such as 2027-01-31T00:00:00Z (default: never).")
        private @Nullable Instant expires;

        @Option(names = "--force", description = "Also a rule that would hide everything.")
        private boolean force;

        @Option(names = "--json", description = "For programs: the rule as JSON.")
        private boolean json;

        AddRule(Context context) {
            super(context);
        }

        @Override
        void ask(Rules rules, Terminal terminal) throws IOException, InterruptedException {
            ObjectNode body = rule.rule().put("reason", reason).put("owner", owner);
            if (expires != null) {
                body.put("expires", expires.toString());
            }
            JsonNode made = rules.make(body, force);
            if (json) {
                terminal.result(made.toPrettyString());
            } else {
                RuleLines.of(made).forEach(terminal::result);
            }
        }
    }

    @Command(name = "remove", description = "Remove rules.", mixinStandardHelpOptions = true)
    private static final class RemoveRules extends Asking {

        @Parameters(paramLabel = "ID", arity = "1..*", description = "Ids of rules, as list tells them.")
        private List<String> ids = List.of();

        RemoveRules(Context context) {
            super(context);
        }

        @Override
        void ask(Rules rules, Terminal terminal) throws IOException, InterruptedException {
            for (String id : ids) {
                rules.remove(id);
                terminal.note("Removed " + PlainText.of(id) + ".");
            }
        }
    }

    @Command(
            name = "simulate",
            description = "Tell what a rule would hide of what is stored, without adding it.",
            mixinStandardHelpOptions = true)
    private static final class SimulateRule extends Asking {

        @Mixin
        private final RuleOptions rule = new RuleOptions();

        @Option(names = "--json", description = "For programs: one JSON object.")
        private boolean json;

        SimulateRule(Context context) {
            super(context);
        }

        @Override
        void ask(Rules rules, Terminal terminal) throws IOException, InterruptedException {
            ObjectNode body = rule.rule().put("reason", "simulation").put("owner", "simulation");
            JsonNode trial = rules.simulate(body);
            if (json) {
                terminal.result(trial.toPrettyString());
            } else {
                RuleLines.ofTrial(trial).forEach(terminal::result);
            }
        }
    }

    /** A time span from now, or a time. */
    private static final class Expiry implements CommandLine.ITypeConverter<Instant> {

        @Override
        public Instant convert(String text) {
            if (text.indexOf('T') > 0) {
                return Instant.parse(text);
            }
            Duration span = new Amounts.Time().convert(text);
            return Instant.now().plus(span).truncatedTo(ChronoUnit.SECONDS);
        }
    }
}
