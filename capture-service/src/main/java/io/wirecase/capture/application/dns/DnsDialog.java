package io.wirecase.capture.application.dns;

import io.wirecase.core.fact.DnsFacts;
import io.wirecase.core.net.UntrustedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The transactions of one flow. An answer joins the unanswered question with its id, name and type; a question that is
 * asked again under the same id is the same transaction.
 */
public final class DnsDialog {

    /** Questions remembered until their answers come; of more, the oldest is given up. */
    private static final int MAX_OPEN = 256;
    /** Text kept of all transactions together, so that a flow fits its record. */
    private static final int MAX_TEXT = 12 * 1024;
    /** What an answer weighs besides its text. */
    private static final int ANSWER_WEIGHT = 20;

    /** Bytes that a transaction takes besides names and answers, twice where it waits for its answer. */
    private static final int A_TRANSACTION = 200;
    /** Bytes of memory for each of a record's weight: an answer of 20 takes some 120, and names are kept twice. */
    private static final int SPREAD = 5;

    /** Very many flows hold one: most have one transaction. */
    private final List<Kept> kept = new ArrayList<>(0);
    /** Those without an answer, the oldest first. */
    private final List<Kept> open = new ArrayList<>(0);

    private @Nullable DomainBook book;
    private long omitted;
    private int weight;
    private int largest;
    private @Nullable Integer ednsBytes;
    private int malformed;

    private static final class Kept {
        private final long timeNanos;
        private final long packet;
        private final int id;
        private final @Nullable Integer type;
        private final @Nullable UntrustedText name;
        /** Beyond what is kept: only whether it was answered matters. */
        private final boolean beyond;

        private @Nullable Integer responseCode;
        private List<DnsFacts.Answer> answers = List.of();
        private int answersOmitted;

        Kept(DnsMessage message, long timeNanos, long packet, boolean beyond) {
            DnsMessage.Question question = message.question();
            this.id = message.id();
            this.type = question == null ? null : question.type();
            this.name = question == null ? null : question.name();
            this.timeNanos = timeNanos;
            this.packet = packet;
            this.beyond = beyond;
        }

        /** Whether a message is about the same; names do not differ by case (RFC 4343). */
        boolean matches(DnsMessage message) {
            DnsMessage.Question question = message.question();
            if (id != message.id()) {
                return false;
            }
            if (question == null || type == null || name == null) {
                return question == null && type == null;
            }
            return type == question.type() && same(name.raw(), question.name().raw());
        }

        private static boolean same(String one, String other) {
            return one.equals(other) || one.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
        }
    }

    /**
     * Says how a message came, where it came in a datagram.
     *
     * @param message the message
     * @param bytes the length of the datagram's payload
     */
    public void datagram(DnsMessage message, int bytes) {
        largest = Math.max(largest, bytes);
        malformed += message.malformed() ? 1 : 0;
        Integer told = message.ednsBytes();
        if (told != null) {
            ednsBytes = ednsBytes == null ? told : Math.max(ednsBytes, told);
        }
    }

    /** Takes a message. */
    public void message(DnsMessage message, long timeNanos, long packet) {
        int asked = asked(message);
        if (!message.response()) {
            if (asked < 0) {
                remember(begin(message, timeNanos, packet));
            }
            return;
        }
        Kept transaction = asked < 0 ? begin(message, timeNanos, packet) : open.remove(asked);
        DnsMessage.Question question = message.question();
        if (book != null && question != null) {
            book.answered(question.name(), answers(message, message.answers().size()));
        }
        if (!transaction.beyond) {
            answer(transaction, message);
        }
    }

    /** Where the open question is that a message asks again or answers, or -1. */
    private int asked(DnsMessage message) {
        for (int i = 0; i < open.size(); i++) {
            if (open.get(i).matches(message)) {
                return i;
            }
        }
        return -1;
    }

    private void remember(Kept transaction) {
        open.add(transaction);
        if (open.size() > MAX_OPEN) {
            open.removeFirst();
        }
    }

    private Kept begin(DnsMessage message, long timeNanos, long packet) {
        boolean beyond = kept.size() >= DnsFacts.MAX_TRANSACTIONS || weight > MAX_TEXT;
        Kept transaction = new Kept(message, timeNanos, packet, beyond);
        UntrustedText name = transaction.name;
        if (beyond) {
            omitted++;
            if (name != null) {
                book().asked(name);
            }
            return transaction;
        }
        weight += ANSWER_WEIGHT + (name == null ? 0 : name.raw().length());
        kept.add(transaction);
        return transaction;
    }

    /** The sums by domain, from the first transaction on, once there are more than are kept. */
    private DomainBook book() {
        if (book == null) {
            book = new DomainBook();
            for (Kept its : kept) {
                if (its.name != null) {
                    book.asked(its.name);
                    book.answered(its.name, its.answers);
                }
            }
        }
        return book;
    }

    private static List<DnsFacts.Answer> answers(DnsMessage message, int atMost) {
        List<DnsMessage.ResourceRecord> found = message.answers();
        int count = Math.min(atMost, found.size());
        List<DnsFacts.Answer> answers = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            DnsMessage.ResourceRecord its = found.get(i);
            answers.add(new DnsFacts.Answer(its.type(), its.ttlSeconds(), its.address(), its.text(), its.data()));
        }
        return answers;
    }

    private void answer(Kept transaction, DnsMessage message) {
        List<DnsFacts.Answer> answers = answers(message, DnsFacts.MAX_ANSWERS);
        int count = 0;
        while (count < answers.size() && weight <= MAX_TEXT) {
            UntrustedText text = answers.get(count).text();
            weight += ANSWER_WEIGHT + (text == null ? 0 : text.raw().length());
            count++;
        }
        answers = count == answers.size() ? answers : answers.subList(0, count);
        transaction.responseCode = message.responseCode();
        transaction.answers = answers;
        transaction.answersOmitted = message.answers().size() - answers.size() + message.answersOmitted();
    }

    /** Bytes of memory it takes. */
    public int held() {
        int books = book == null ? 0 : book.held();
        return (kept.size() + open.size()) * A_TRANSACTION + weight * SPREAD + books;
    }

    /** The transactions so far, or null when there was no message. */
    public @Nullable DnsFacts facts() {
        if (kept.isEmpty()) {
            return null;
        }
        List<DnsFacts.Transaction> transactions = new ArrayList<>();
        for (Kept its : kept) {
            transactions.add(new DnsFacts.Transaction(
                    its.timeNanos,
                    its.packet,
                    its.id,
                    its.name,
                    its.type,
                    its.responseCode,
                    its.answers,
                    its.answersOmitted));
        }
        DnsFacts.Datagrams sizes = largest == 0 ? null : new DnsFacts.Datagrams(largest, ednsBytes, malformed);
        return new DnsFacts(transactions, omitted, book == null ? null : book.traffic(), sizes);
    }
}
