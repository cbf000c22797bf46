package io.wirecase.report.action;

import io.wirecase.report.action.Action.Effort;
import io.wirecase.report.action.Action.Phase;
import java.util.List;

/** What to do about patterns taken for benign: confirm, quiet with a scope and an end, and watch for a change. */
final class BenignPlans {

    private static final String HITS =
            "It would have covered {alerts|alert|alerts} and {flows|flow|flows}, all of {host} to {entity}.";

    static final List<Plan> RECOGNISED = List.of(
            new Plan(
                    Phase.VERIFICATION,
                    "confirm",
                    Effort.LOW,
                    new Plan.Words(
                            "Confirm that {host} may make {service}",
                            "Ask the owner of {host} whether its system is one that makes {service}.",
                            "{whole} of {compared} exchanges match the model; whether policy permits"
                                    + " them is not in the data.",
                            "Nothing is changed.",
                            "The owner has answered."),
                    null),
            new Plan(
                    Phase.CONTAINMENT,
                    "suppress",
                    Effort.LOW,
                    new Plan.Words(
                            "Tag and suppress these alerts of {host}",
                            "Suppress alerts of {host} to {entity} whose exchange matches {service} in every check, for"
                                    + " {expiry}; nothing else of {host}.",
                            "They are explained, and hide others while they are listed.",
                            "Delete the suppression; the alerts stay stored.",
                            "{expiry} have passed, or an exchange breaks the model."),
                    HITS),
            new Plan(
                    Phase.INVESTIGATION,
                    "watch",
                    Effort.LOW,
                    new Plan.Words(
                            "Watch {host} for a change of this exchange",
                            "Raise an alert when an exchange of {host} with {entity} breaks the model: a"
                                    + " body in the reply,"
                                    + " another method or target, an address the name did not resolve to.",
                            "A name and a period can be copied; the whole exchange is what makes it benign.",
                            "Remove the watch.",
                            "{host} stops making {service}."),
                    null),
            CommonPlans.MAP_PROCESS,
            CommonPlans.BASELINE,
            CommonPlans.DETECTION_CONTENT,
            CommonPlans.MONITOR);

    static final List<Plan> OTHER = List.of(
            new Plan(
                    Phase.VERIFICATION,
                    "confirm",
                    Effort.LOW,
                    new Plan.Words(
                            "Confirm that {host} is meant to talk to {entity}",
                            "Ask the owner of {host} what on it talks to {entity}.",
                            "The likeliest explanation is {leader} ({posterior}); whether it is wanted"
                                    + " is not in the data.",
                            "Nothing is changed.",
                            "The owner has answered."),
                    null),
            CommonPlans.MAP_PROCESS,
            CommonPlans.BASELINE,
            CommonPlans.PORT_CONTENT,
            CommonPlans.MONITOR);

    static final List<Plan> MISCONFIGURED = List.of(
            new Plan(
                    Phase.VERIFICATION,
                    "find-setting",
                    Effort.LOW,
                    new Plan.Words(
                            "Find what on {host} keeps trying {entity}",
                            "Look on {host} for the program or job that opened {flows} connections from"
                                    + " {first} to {last}.",
                            "{failed} of {flows} came to nothing.",
                            "Nothing is changed.",
                            "The program is found."),
                    null),
            new Plan(
                    Phase.REMEDIATION,
                    "correct-setting",
                    Effort.MEDIUM,
                    new Plan.Words(
                            "Correct or remove that setting on {host}",
                            "Point the program on {host} at a service that answers, or switch it off.",
                            "Retries that cannot succeed hide others that matter.",
                            "Restore the setting.",
                            "No further attempt of {host} fails."),
                    null),
            CommonPlans.BASELINE,
            CommonPlans.MONITOR);

    private BenignPlans() {}
}
