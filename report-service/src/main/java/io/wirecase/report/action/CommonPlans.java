package io.wirecase.report.action;

import io.wirecase.report.action.Action.Effort;
import io.wirecase.report.action.Action.Phase;

/** What is worth doing about patterns of more than one kind. */
final class CommonPlans {

    static final Plan MAP_PROCESS = new Plan(
            Phase.VERIFICATION,
            "map-process",
            Effort.LOW,
            new Plan.Words(
                    "Map the connections of {host} to {entity} to a process",
                    "List open connections with their processes on {host} at the next start; the last one seen was at"
                            + " {last}.",
                    "Packets name no process; it is the shortest way to part {leader} from {runnerUp}.",
                    "Nothing is changed.",
                    "The process and who installed it are known."),
            null);

    static final Plan BASELINE = new Plan(
            Phase.INVESTIGATION,
            "compare-baseline",
            Effort.LOW,
            new Plan.Words(
                    "Compare {host} and {entity} with the past",
                    "Capture {host} for a further week, or add older captures of its site, and look whether it"
                            + " talked to"
                            + " {entity} before {first} and as much.",
                    "The store reaches back {siteDays}: too little to say what is new for {host}.",
                    "Nothing is changed.",
                    "A week of {host} is stored and compared."),
            null);

    static final Plan DETECTION_CONTENT = new Plan(
            Phase.INVESTIGATION,
            "detection-content",
            Effort.MEDIUM,
            new Plan.Words(
                    "Have a sensor raise an alert when {host} leaves this pattern",
                    "Load into Suricata, with identifiers free on your sensor: {rule}",
                    "{ruleMeans}; as long as nothing changes it stays silent.",
                    "Remove the rule.",
                    "{host} no longer talks to {entity}."),
            null);

    static final Plan WATCH_CONTENT = new Plan(
            Phase.INVESTIGATION,
            "detection-content",
            Effort.MEDIUM,
            new Plan.Words(
                    "Have a sensor raise an alert on each further start of pattern {number}",
                    "Load into Suricata, with identifiers free on your sensor: {rule}",
                    "{ruleMeans}; {flows|flow|flows} of this capture would have raised it.",
                    "Remove the rule.",
                    "The cause of pattern {number} is known."),
            null);

    static final Plan PORT_CONTENT = new Plan(
            Phase.INVESTIGATION,
            "detection-content-port",
            Effort.MEDIUM,
            new Plan.Words(
                    "Have a sensor raise an alert on protocols away from their own ports on {host}",
                    "Load into Suricata, with identifiers free on your sensor: {portRule}",
                    "{oddPortAlerts|alert|alerts} of pattern {number} {oddPortAlerts?is|are} of that kind.",
                    "Remove the rule.",
                    "{host} no longer uses ports that are not the protocol's own."),
            null);

    static final Plan MONITOR = new Plan(
            Phase.REMEDIATION,
            "monitor",
            Effort.LOW,
            new Plan.Words(
                    "Keep {host} and {entity} under watch",
                    "Send later captures of {host} to the same site, so that each report compares them with this one.",
                    "That it is {leader} holds for what was captured up to {last} and no longer.",
                    "Stop sending captures.",
                    "{host} is taken out of service."),
            null);

    static final Plan RECORD = new Plan(
            Phase.CONTAINMENT,
            "log",
            Effort.LOW,
            new Plan.Words(
                    "Record all traffic of {host} to {entity}; do not block yet",
                    "Capture whole packets of {host} to its {peers|peer|peers}.",
                    "The verdict is {disposition} and not more; blocking would end what can still be learnt.",
                    "Stop the recording.",
                    "The process is known, or the pattern is not seen for a day."),
            null);

    static final Plan WATCH_SCAN = new Plan(
            Phase.INVESTIGATION,
            "detection-content",
            Effort.MEDIUM,
            new Plan.Words(
                    "Have a sensor raise an alert on the next attempt of this kind by {host}",
                    "Load into Suricata, with identifiers free on your sensor: {rule}",
                    "{ruleMeans}; the {flows|attempt|attempts} of pattern {number} took {span}.",
                    "Remove the rule.",
                    "{host} is clean, or the attempts were ordered."),
            null);

    static final Plan RECORD_SCAN = new Plan(
            Phase.CONTAINMENT,
            "log",
            Effort.LOW,
            new Plan.Words(
                    "Record what {host} sends until the cause is found",
                    "Capture whole packets of {host}.",
                    "What it does next says more than what it did: {failed} of {flows|attempt|attempts} came to"
                            + " nothing.",
                    "Stop the recording.",
                    "The cause is found and removed."),
            null);

    static final Plan MONITOR_SCAN = new Plan(
            Phase.REMEDIATION,
            "monitor",
            Effort.LOW,
            new Plan.Words(
                    "Keep {host} under watch",
                    "Send later captures of {host} to the same site, so that each report compares them with this one.",
                    "Attempts of this kind are often repeated, more slowly, from the same host.",
                    "Stop sending captures.",
                    "{host} is taken out of service."),
            null);

    private CommonPlans() {}
}
