package io.wirecase.capture.application.dns;

import io.wirecase.core.flow.DnsFacts;
import io.wirecase.core.flow.UntrustedText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    private final List<Kept> kept = new ArrayList<>();
    private final Map<Key, Kept> open = new LinkedHashMap<>();
    private final Kept beyond = new Kept(0, 0, new Key(0, null, null));
    private @Nullable DomainBook book;
    private long omitted;
    private int weight;
    private int largest;
    private @Nullable Integer ednsBytes;
    private int malformed;

    private record Key(
            int id, @Nullable UntrustedText name, @Nullable Integer type) {}

    private static final class Kept {
        private final long timeNanos;
        private final long packet;
        private final Key asked;
        private @Nullable UntrustedText name;
        private @Nullable Integer responseCode;
        private List<DnsFacts.Answer> answers = List.of();
        private int answersOmitted;

        Kept(long timeNanos, long packet, Key asked) {
            this.timeNanos = timeNanos;
            this.packet = packet;
            this.asked = asked;
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
        DnsMessage.Question question = message.question();
        UntrustedText name = question == null ? null : question.name();
        Key key = new Key(message.id(), name == null ? null : folded(name), question == null ? null : question.type());
        if (!message.response()) {
            if (!open.containsKey(key)) {
                remember(key, begin(key, name, timeNanos, packet));
            }
            return;
        }
        Kept asked = open.remove(key);
        Kept transaction = asked == null ? begin(key, name, timeNanos, packet) : asked;
        if (book != null && name != null) {
            book.answered(name, answers(message, message.answers().size()));
        }
        if (transaction != beyond) {
            answer(transaction, message);
        }
    }

    private void remember(Key key, Kept transaction) {
        open.put(key, transaction);
        if (open.size() > MAX_OPEN) {
            open.remove(open.keySet().iterator().next());
        }
    }

    private Kept begin(Key key, @Nullable UntrustedText name, long timeNanos, long packet) {
        if (kept.size() >= DnsFacts.MAX_TRANSACTIONS || weight > MAX_TEXT) {
            omitted++;
            if (name != null) {
                book().asked(name);
            }
            return beyond;
        }
        Kept transaction = new Kept(timeNanos, packet, key);
        transaction.name = name;
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
        return message.answers().stream()
                .limit(atMost)
                .map(found -> new DnsFacts.Answer(
                        found.type(), found.ttlSeconds(), found.address(), found.text(), found.data()))
                .toList();
    }

    private void answer(Kept transaction, DnsMessage message) {
        List<DnsFacts.Answer> answers = new ArrayList<>();
        for (DnsFacts.Answer found : answers(message, DnsFacts.MAX_ANSWERS)) {
            if (weight > MAX_TEXT) {
                break;
            }
            answers.add(found);
            weight += ANSWER_WEIGHT
                    + (found.text() == null ? 0 : found.text().raw().length());
        }
        transaction.responseCode = message.responseCode();
        transaction.answers = answers;
        transaction.answersOmitted = message.answers().size() - answers.size() + message.answersOmitted();
    }

    /** Bytes of memory it takes. */
    public int held() {
        int books = book == null ? 0 : book.held();
        return (kept.size() + open.size()) * A_TRANSACTION + weight * SPREAD + books;
    }

    private static UntrustedText folded(UntrustedText name) {
        return new UntrustedText(name.raw().toLowerCase(Locale.ROOT));
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
                    its.asked.id(),
                    its.name,
                    its.asked.type(),
                    its.responseCode,
                    its.answers,
                    its.answersOmitted));
        }
        DnsFacts.Datagrams sizes = largest == 0 ? null : new DnsFacts.Datagrams(largest, ednsBytes, malformed);
        return new DnsFacts(transactions, omitted, book == null ? null : book.traffic(), sizes);
    }
}
