package io.wirecase.report.action;

import io.wirecase.report.action.Action.Effort;
import io.wirecase.report.action.Action.Phase;
import java.util.List;

/** What to do about patterns that are not taken for benign: look first, do not disrupt before it is known. */
final class ThreatPlans {

    static final List<Plan> TALKS = List.of(
            new Plan(
                    Phase.VERIFICATION,
                    "find-process",
                    Effort.LOW,
                    new Plan.Words(
                            "Find on {host} the process that talks to {entity}",
                            "List the connections of {host} with their processes while the pattern goes"
                                    + " on; it was last seen at"
                                    + " {last}.",
                            "Packets name no process, and the process separates {leader} from {runnerUp}.",
                            "Nothing is changed.",
                            "The process and who installed it are known."),
                    null),
            CommonPlans.RECORD,
            new Plan(
                    Phase.INVESTIGATION,
                    "endpoint-scan",
                    Effort.MEDIUM,
                    new Plan.Words(
                            "Examine {host}",
                            "Look on {host} for software installed or started around {first}, and let its protection"
                                    + " software examine it.",
                            "The malicious explanations together have {maliciousShare}.",
                            "Nothing is changed.",
                            "The software that talks to {entity} is explained."),
                    null),
            new Plan(
                    Phase.REMEDIATION,
                    "isolate",
                    Effort.MEDIUM,
                    new Plan.Words(
                            "If the process is not wanted, isolate {host} and remove it",
                            "Block {host} to {entity} at your own firewall, then clean or reinstall {host}.",
                            "Only if verification confirms it; until then {runnerUp} has {runnerPosterior}.",
                            "Remove the block.",
                            "{host} is clean and the pattern is gone."),
                    "The block would have hit {flows|stored flow|stored flows}, all of {host} to {entity}."),
            CommonPlans.BASELINE,
            CommonPlans.PORT_CONTENT,
            CommonPlans.WATCH_CONTENT,
            CommonPlans.MONITOR);

    static final List<Plan> SCANS = List.of(
            new Plan(
                    Phase.VERIFICATION,
                    "confirm",
                    Effort.LOW,
                    new Plan.Words(
                            "Ask whether the {behaviour} by {host} was ordered",
                            "Ask the owner of {host} and who runs scanners of your own whether they"
                                    + " meant it to try {targetHosts}"
                                    + " addresses at {first}.",
                            "Ordered or not, it looks the same in packets.",
                            "Nothing is changed.",
                            "Somebody has confirmed or denied it."),
                    null),
            new Plan(
                    Phase.CONTAINMENT,
                    "restrict",
                    Effort.LOW,
                    new Plan.Words(
                            "If nobody ordered it, restrict what {host} can reach",
                            "Let {host} reach only what it needs until the cause is found.",
                            "{targetPairs} targets were tried and {failed} attempts failed.",
                            "Remove the restriction.",
                            "The cause is found and removed."),
                    "It would have hit {flows|stored flow|stored flows} of {host} in the span of the {behaviour}."),
            new Plan(
                    Phase.INVESTIGATION,
                    "find-process",
                    Effort.MEDIUM,
                    new Plan.Words(
                            "Find what ran on {host} from {first} to {last}",
                            "Look on {host} for the process, the user and how it was started.",
                            "{host} opened every one of the {flows} attempts.",
                            "Nothing is changed.",
                            "Process and user are known."),
                    null),
            new Plan(
                    Phase.REMEDIATION,
                    "clean",
                    Effort.HIGH,
                    new Plan.Words(
                            "Remove from {host} what made the attempts, and close how it came in",
                            "Clean or reinstall {host}; change the passwords used on it.",
                            "Only if nobody ordered it.",
                            "Restore {host} from its backup.",
                            "A later capture shows no {behaviour} by {host}."),
                    null),
            new Plan(
                    Phase.INVESTIGATION,
                    "examine-answers",
                    Effort.MEDIUM,
                    new Plan.Words(
                            "Look at what answered {host}",
                            "Look for connections to the {empty|target|targets} that opened, after {last}, from"
                                    + " {host} or"
                                    + " any other host.",
                            "Whoever tries many targets comes back to those that answer.",
                            "Nothing is changed.",
                            "No later connection to them is left unexplained."),
                    null),
            CommonPlans.RECORD_SCAN,
            CommonPlans.WATCH_SCAN,
            CommonPlans.MONITOR_SCAN);

    private ThreatPlans() {}
}
