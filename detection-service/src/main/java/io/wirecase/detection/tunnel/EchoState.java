package io.wirecase.detection.tunnel;

import io.wirecase.detection.behaviour.BehaviourState;
import io.wirecase.detection.behaviour.StateReader;
import io.wirecase.detection.behaviour.StateWriter;

/** The echo messages between two hosts, added up. */
final class EchoState implements BehaviourState<EchoTalk> {

    private static final int VERSION = 1;

    private Seen seen = Seen.NONE;
    private long replies;
    private long unequal;
    private EchoSums asked = EchoSums.NONE;
    private EchoSums answered = EchoSums.NONE;

    static EchoState of(byte[] bytes) {
        StateReader in = new StateReader(bytes, VERSION);
        EchoState state = new EchoState();
        state.seen = Seen.read(in);
        state.replies = in.count();
        state.unequal = in.count();
        state.asked = EchoSums.read(in);
        state.answered = EchoSums.read(in);
        return state;
    }

    @Override
    public void add(EchoTalk talk) {
        seen = seen.plus(talk.seen());
        replies += talk.replies();
        unequal += talk.unequal();
        asked = asked.plus(talk.asked());
        answered = answered.plus(talk.answered());
    }

    @Override
    public byte[] bytes() {
        StateWriter out = new StateWriter(VERSION);
        seen.write(out);
        out.counts(replies, unequal);
        asked.write(out);
        answered.write(out);
        return out.bytes();
    }

    Seen seen() {
        return seen;
    }

    long replies() {
        return replies;
    }

    long unequal() {
        return unequal;
    }

    EchoSums asked() {
        return asked;
    }

    EchoSums answered() {
        return answered;
    }
}
