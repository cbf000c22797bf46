package io.wirecase.report.action;

import io.wirecase.report.action.Action.Effort;
import io.wirecase.report.action.Action.Phase;
import java.util.List;

/**
 * What to do where several stations claim one address. The address named is the one that is claimed, so nothing here
 * is done to the host that rightfully has it.
 */
final class ClaimPlans {

    static final List<Plan> ALL = List.of(
            new Plan(
                    Phase.VERIFICATION,
                    "find-stations",
                    Effort.LOW,
                    new Plan.Words(
                            "Find the stations that claim {host}",
                            "Look for their hardware addresses, which the observations list, in the address tables of"
                                    + " your switches and in your inventory, and ask which of them may use {host}.",
                            "Packets show who claims {host}, not who may: {leader} has {posterior}.",
                            "Nothing is changed.",
                            "The rightful station of {host} is known."),
                    null),
            new Plan(
                    Phase.CONTAINMENT,
                    "separate",
                    Effort.LOW,
                    new Plan.Words(
                            "Take the station without a right to {host} off the network",
                            "Disconnect that station at your own switch, not the rightful one, and keep it running for"
                                    + " examination.",
                            "While several claim {host}, what is sent to it may reach the wrong one.",
                            "Connect it again.",
                            "A single station claims {host}."),
                    "It would have ended claims to {host} as in {flows|stored flow|stored flows}."),
            new Plan(
                    Phase.INVESTIGATION,
                    "examine-station",
                    Effort.MEDIUM,
                    new Plan.Words(
                            "Examine the station that claimed {host} without a right",
                            "Look on it for what answered for {host} from {first} to {last}, and in this capture for"
                                    + " traffic of {host} that it passed on.",
                            "The malicious explanations together have {maliciousShare}.",
                            "Nothing is changed.",
                            "Why it claimed {host} is known."),
                    null),
            new Plan(
                    Phase.REMEDIATION,
                    "inspect-arp",
                    Effort.MEDIUM,
                    new Plan.Words(
                            "Let your switches check who claims an address",
                            "Switch on inspection of ARP against leases where your switches have it, first for the"
                                    + " network of {host}.",
                            "ARP proves nothing, so any station of the network can claim {host} again.",
                            "Switch it off.",
                            "A later capture shows a single station for {host}."),
                    null));

    private ClaimPlans() {}
}
